import { graphql } from '../gql';

graphql(`
  fragment ShiftRow_Shift on Shift {
    id
    name
    segments {
      startsAtMinutes
      endsAtMinutes
    }
    flexibleMinutes
    unpaidBreakMinutes
    paidBreakMinutes
  }
`);

export const ShiftsDocument = graphql(`
  query Shifts($after: String) {
    shifts(first: 50, after: $after) {
      edges {
        node {
          ...ShiftRow_Shift
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CreateShiftDocument = graphql(`
  mutation CreateShift($input: ShiftInput!) {
    createShift(input: $input) {
      ...ShiftRow_Shift
      ... on Conflict {
        message
      }
    }
  }
`);

export const UpdateShiftDocument = graphql(`
  mutation UpdateShift($id: ID!, $input: ShiftInput!) {
    updateShift(id: $id, input: $input) {
      ...ShiftRow_Shift
      ... on Conflict {
        message
      }
    }
  }
`);

export const DeleteShiftDocument = graphql(`
  mutation DeleteShift($id: ID!) {
    deleteShift(id: $id) {
      ... on Conflict {
        message
      }
    }
  }
`);
