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
  mutation KioskCheckIn(
    $photo: Upload!
    $frames: [Upload!]
    $challengeId: ID
    $pin: String
    $key: ID!
    $deferred: DeferredPunch
  ) {
    answer: checkIn(
      photo: $photo
      frames: $frames
      challengeId: $challengeId
      pin: $pin
      idempotencyKey: $key
      deferred: $deferred
    ) {
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
  mutation KioskCheckOut(
    $photo: Upload!
    $frames: [Upload!]
    $challengeId: ID
    $pin: String
    $key: ID!
    $deferred: DeferredPunch
  ) {
    answer: checkOut(
      photo: $photo
      frames: $frames
      challengeId: $challengeId
      pin: $pin
      idempotencyKey: $key
      deferred: $deferred
    ) {
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
  mutation KioskPunch(
    $photo: Upload!
    $frames: [Upload!]
    $challengeId: ID
    $pin: String
    $key: ID!
    $deferred: DeferredPunch
  ) {
    answer: punch(
      photo: $photo
      frames: $frames
      challengeId: $challengeId
      pin: $pin
      idempotencyKey: $key
      deferred: $deferred
    ) {
      __typename
      ...Outcome_Recorded
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

export const CheckInByPinDocument = graphql(`
  mutation KioskCheckInByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {
    answer: checkInByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {
      __typename
      ...Outcome_Recorded
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

export const CheckOutByPinDocument = graphql(`
  mutation KioskCheckOutByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {
    answer: checkOutByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {
      __typename
      ...Outcome_Recorded
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

export const PunchByPinDocument = graphql(`
  mutation KioskPunchByPin($number: Int!, $pin: String!, $key: ID!, $deferred: DeferredPunch) {
    answer: punchByPin(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) {
      __typename
      ...Outcome_Recorded
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

export const CheckInByBadgeDocument = graphql(`
  mutation KioskCheckInByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {
    answer: checkInByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {
      __typename
      ...Outcome_Recorded
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

export const CheckOutByBadgeDocument = graphql(`
  mutation KioskCheckOutByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {
    answer: checkOutByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {
      __typename
      ...Outcome_Recorded
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

export const PunchByBadgeDocument = graphql(`
  mutation KioskPunchByBadge($badge: String!, $pin: String, $key: ID!, $deferred: DeferredPunch) {
    answer: punchByBadge(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) {
      __typename
      ...Outcome_Recorded
      ... on Refusal {
        reason
        message
      }
    }
  }
`);
