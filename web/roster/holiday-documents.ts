import { graphql } from '../gql';

graphql(`
  fragment HolidayRow_Holiday on Holiday {
    id
    siteId
    date
    name
    part
  }
`);

export const HolidaysDocument = graphql(`
  query Holidays($filter: HolidayFilter, $after: String) {
    holidays(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          ...HolidayRow_Holiday
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CreateHolidayDocument = graphql(`
  mutation CreateHoliday($input: HolidayInput!) {
    createHoliday(input: $input) {
      ...HolidayRow_Holiday
      ... on Conflict {
        message
      }
    }
  }
`);

export const DeleteHolidayDocument = graphql(`
  mutation DeleteHoliday($id: ID!) {
    deleteHoliday(id: $id)
  }
`);

export const ImportHolidaysDocument = graphql(`
  mutation ImportHolidays($csv: String!, $siteId: ID!) {
    importHolidays(csv: $csv, siteId: $siteId) {
      added
      renamed
      unchanged
    }
  }
`);
