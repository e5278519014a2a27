import { graphql } from '../gql';

graphql(`
  fragment DayRecord_Attendance on Attendance {
    id
    date
    status
    checkInTime
    checkOutTime
    exceptions
    correctedBy
    workedMinutes
    countedMinutes
    scheduledMinutes
    lateMinutes
    earlyLeaveMinutes
    absentMinutes
    overtimeMinutes
    unapprovedOvertimeMinutes
    unpaidBreakMinutes
    paidBreakMinutes
    leaveMinutes
    leaveKind
    holidayMinutes
  }
`);

graphql(`
  fragment AttendanceRow_Attendance on Attendance {
    ...DayRecord_Attendance
    employee {
      id
      name
      department
      site {
        id
        timeZone
      }
    }
  }
`);

export const AttendanceDocument = graphql(`
  query AttendanceList($filter: AttendanceFilter, $after: String) {
    attendance(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          ...AttendanceRow_Attendance
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PresenceCountsDocument = graphql(`
  query PresenceCounts($siteId: ID) {
    presence(siteId: $siteId) {
      employees
      present
      out
      expected
      late
      onLeave
    }
  }
`);
