import { graphql } from '../gql';

graphql(`
  fragment PeriodRow_PayPeriod on PayPeriod {
    id
    from
    to
    lockedAt
    source
  }
`);

export const PayPeriodsDocument = graphql(`
  query PayPeriods($after: String) {
    payPeriods(first: 50, after: $after) {
      edges {
        node {
          ...PeriodRow_PayPeriod
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AdjustmentsDocument = graphql(`
  query Adjustments($periodId: ID, $after: String) {
    adjustments(periodId: $periodId, first: 50, after: $after) {
      edges {
        node {
          id
          date
          column
          minutes
          createdAt
          employee {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const LockPeriodDocument = graphql(`
  mutation LockPeriod($from: LocalDate!, $to: LocalDate!) {
    lockPeriod(from: $from, to: $to) {
      ... on PayPeriod {
        id
      }
      ... on Conflict {
        message
      }
    }
  }
`);

export const UnlockPeriodDocument = graphql(`
  mutation UnlockPeriod($id: ID!) {
    unlockPeriod(id: $id) {
      ...PeriodRow_PayPeriod
    }
  }
`);
