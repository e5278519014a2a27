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
  mutation KioskCheckIn($photo: Upload!, $frames: [Upload!], $challengeId: ID, $pin: String, $key: ID!) {
    answer: checkIn(photo: $photo, frames: $frames, challengeId: $challengeId, pin: $pin, idempotencyKey: $key) {
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
  mutation KioskCheckOut($photo: Upload!, $frames: [Upload!], $challengeId: ID, $pin: String, $key: ID!) {
    answer: checkOut(photo: $photo, frames: $frames, challengeId: $challengeId, pin: $pin, idempotencyKey: $key) {
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
  mutation KioskPunch($photo: Upload!, $frames: [Upload!], $challengeId: ID, $pin: String, $key: ID!) {
    answer: punch(photo: $photo, frames: $frames, challengeId: $challengeId, pin: $pin, idempotencyKey: $key) {
      __typename
      ...Outcome_Recorded
      ... on Refusal {
        reason
        message
      }
    }
  }
`);
