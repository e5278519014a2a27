import { graphql } from '../gql';

graphql(`
  fragment RosterCell_ExpectedDay on ExpectedDay {
    date
    isFlexible
    isChanged
    scheduledMinutes
    holidayMinutes
    leaveMinutes
    leaveKind
    holidayNames
    segments {
      startsAt
      endsAt
    }
    shiftIds
  }
`);

graphql(`
  fragment RosterRow_EmployeeRoster on EmployeeRoster {
    employee {
      id
      name
      department
      site {
        id
        timeZone
      }
    }
    days {
      ...RosterCell_ExpectedDay
    }
  }
`);

export const TeamRosterDocument = graphql(`
  query TeamRoster($siteId: ID, $departmentId: ID, $from: LocalDate!, $to: LocalDate!, $after: String) {
    teamRoster(siteId: $siteId, departmentId: $departmentId, from: $from, to: $to, first: 16, after: $after) {
      edges {
        node {
          ...RosterRow_EmployeeRoster
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ChangeDayDocument = graphql(`
  mutation ChangeDay($input: ChangeDayInput!) {
    changeDay(input: $input) {
      id
    }
  }
`);

export const UndoDayChangeDocument = graphql(`
  mutation UndoDayChange($employeeId: ID!, $date: LocalDate!) {
    undoDayChange(employeeId: $employeeId, date: $date)
  }
`);
