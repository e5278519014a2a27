import { graphql } from '../gql';

graphql(`
  fragment PatternRow_Pattern on Pattern {
    id
    name
    cycleDays
    startsOn
    observesHolidays
    days {
      day
      shift {
        id
        name
      }
    }
  }
`);

export const PatternsDocument = graphql(`
  query Patterns($first: Int = 50, $after: String) {
    patterns(first: $first, after: $after) {
      edges {
        node {
          ...PatternRow_Pattern
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CreatePatternDocument = graphql(`
  mutation CreatePattern($input: PatternInput!) {
    createPattern(input: $input) {
      ...PatternRow_Pattern
    }
  }
`);

export const UpdatePatternDocument = graphql(`
  mutation UpdatePattern($id: ID!, $input: PatternInput!) {
    updatePattern(id: $id, input: $input) {
      ...PatternRow_Pattern
    }
  }
`);

export const DeletePatternDocument = graphql(`
  mutation DeletePattern($id: ID!) {
    deletePattern(id: $id)
  }
`);
