import { graphql } from '../gql';

graphql(`
  fragment ArrivalsFeed_Event on AttendanceEvent {
    id
    action
    kind
    method
    at
    employee {
      id
      name
      position
      department
    }
  }
`);

export const NewestArrivalsDocument = graphql(`
  query BoardArrivals {
    attendanceEvents(first: 50) {
      edges {
        node {
          ...ArrivalsFeed_Event
        }
      }
    }
  }
`);

export const ArrivalRecordedDocument = graphql(`
  subscription BoardArrivalRecorded($after: ID!) {
    attendanceRecorded(after: $after) {
      ...ArrivalsFeed_Event
    }
  }
`);
