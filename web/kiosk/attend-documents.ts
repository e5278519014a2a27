import { graphql } from '../gql';

graphql(`
  fragment Outcome_Recorded on AttendanceRecorded {
    event {
      id
      kind
      at
      employee {
        id
        name
        position
        department
      }
    }
    attendance {
      id
      workedMinutes
    }
  }
`);

export const CheckInDocument = graphql(`
  mutation KioskCheckIn($photo: Upload!, $key: ID!) {
    answer: checkIn(photo: $photo, idempotencyKey: $key) {
      __typename
      ...Outcome_Recorded
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

export const CheckOutDocument = graphql(`
  mutation KioskCheckOut($photo: Upload!, $key: ID!) {
    answer: checkOut(photo: $photo, idempotencyKey: $key) {
      __typename
      ...Outcome_Recorded
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

export const PunchDocument = graphql(`
  mutation KioskPunch($photo: Upload!, $key: ID!) {
    answer: punch(photo: $photo, idempotencyKey: $key) {
      __typename
      ...Outcome_Recorded
      ... on Refusal {
        reason
        message
      }
    }
  }
`);
