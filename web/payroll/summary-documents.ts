import { graphql } from '../gql';

graphql(`
  fragment SummaryRow_AttendanceSummary on AttendanceSummary {
    key
    name
    presentDays
    lateDays
    missingDays
    correctedDays
    scheduledMinutes
    workedMinutes
    countedMinutes
    regularMinutes
    overtimeMinutes
    unapprovedOvertimeMinutes
    lateMinutes
    absentMinutes
    leaveMinutes
    holidayMinutes
  }
`);

export const SummaryDocument = graphql(`
  query Summary($by: SummaryBy!, $from: LocalDate!, $to: LocalDate!, $siteId: ID, $department: String) {
    attendanceSummary(by: $by, from: $from, to: $to, siteId: $siteId, department: $department) {
      ...SummaryRow_AttendanceSummary
    }
  }
`);
