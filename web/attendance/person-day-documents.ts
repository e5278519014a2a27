import { graphql } from '../gql';

graphql(`
  fragment PersonDay_AttendanceEvent on AttendanceEvent {
    id
    action
    kind
    method
    at
    recordedAt
    isDeferred
    correctedTime
    targetId
    reason
    source
  }
`);

export const PersonDayDocument = graphql(`
  query PersonDay($employeeId: ID!, $date: LocalDate!, $since: DateTimeISO!, $until: DateTimeISO!) {
    employee(id: $employeeId) {
      id
      name
      department
      site {
        id
        name
        timeZone
        dayStartsAtMinutes
      }
    }
    roster(employeeId: $employeeId, from: $date, to: $date) {
      date
      isFlexible
      isChanged
      scheduledMinutes
      holidayNames
      leaveKind
      leaveMinutes
      segments {
        startsAt
        endsAt
      }
    }
    attendance(filter: { employeeId: $employeeId, from: $date, to: $date }, first: 1) {
      edges {
        node {
          ...DayRecord_Attendance
        }
      }
    }
    punches: attendanceEvents(
      filter: { employeeId: $employeeId, actions: [PUNCH], from: $since, to: $until }
      first: 200
    ) {
      edges {
        node {
          ...PersonDay_AttendanceEvent
        }
      }
    }
    corrections: attendanceEvents(
      filter: { employeeId: $employeeId, actions: [ADD, MOVE, VOID, RESTORE], from: $since }
      first: 200
    ) {
      edges {
        node {
          ...PersonDay_AttendanceEvent
        }
      }
    }
  }
`);

export const AddEventDocument = graphql(`
  mutation AddEvent($input: AddEventInput!) {
    addAttendanceEvent(input: $input) {
      ... on AttendanceEvent {
        id
      }
      ... on Conflict {
        message
      }
    }
  }
`);

export const MoveEventDocument = graphql(`
  mutation MoveEvent($input: MoveEventInput!) {
    moveAttendanceEvent(input: $input) {
      ... on AttendanceEvent {
        id
      }
      ... on Conflict {
        message
      }
    }
  }
`);

export const VoidEventDocument = graphql(`
  mutation VoidEvent($eventId: ID!, $reason: String!) {
    voidAttendanceEvent(eventId: $eventId, reason: $reason) {
      ... on AttendanceEvent {
        id
      }
      ... on Conflict {
        message
      }
    }
  }
`);

export const RestoreEventDocument = graphql(`
  mutation RestoreEvent($eventId: ID!, $reason: String!) {
    restoreAttendanceEvent(eventId: $eventId, reason: $reason) {
      ... on AttendanceEvent {
        id
      }
      ... on Conflict {
        message
      }
    }
  }
`);

export const NotMeDocument = graphql(`
  mutation NotMe($eventId: ID!, $reason: String!, $rightEmployeeId: ID) {
    notMe(eventId: $eventId, reason: $reason, rightEmployeeId: $rightEmployeeId) {
      ... on PunchTakenBack {
        voided {
          id
        }
      }
      ... on Conflict {
        message
      }
    }
  }
`);

export const ApproveOvertimeDocument = graphql(`
  mutation ApproveOvertime($input: ApproveOvertimeInput!) {
    approveOvertime(input: $input)
  }
`);

export const RequestCorrectionDocument = graphql(`
  mutation RequestCorrection($input: CorrectionRequestInput!) {
    requestCorrection(input: $input) {
      ... on CorrectionRequest {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
