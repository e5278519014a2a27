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
  query Patterns($after: String) {
    patterns(first: 50, after: $after) {
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

export const PatternChoicesDocument = graphql(`
  query PatternChoices {
    patterns(first: 150) {
      edges {
        node {
          ...PatternRow_Pattern
        }
      }
    }
  }
`);

export const CreatePatternDocument = graphql(`
  mutation CreatePattern($input: PatternInput!) {
    createPattern(input: $input) {
      ...PatternRow_Pattern
      ... on Conflict {
        message
      }
    }
  }
`);

export const UpdatePatternDocument = graphql(`
  mutation UpdatePattern($id: ID!, $input: PatternInput!) {
    updatePattern(id: $id, input: $input) {
      ...PatternRow_Pattern
      ... on Conflict {
        message
      }
    }
  }
`);

export const DeletePatternDocument = graphql(`
  mutation DeletePattern($id: ID!) {
    deletePattern(id: $id) {
      ... on Conflict {
        message
      }
    }
  }
`);
