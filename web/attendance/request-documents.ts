import { graphql } from '../gql';

graphql(`
  fragment RequestRow_CorrectionRequest on CorrectionRequest {
    id
    action
    at
    kind
    reason
    comment
    state
    source
    createdAt
    decidedAt
    decidedBy
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

export const RequestsDocument = graphql(`
  query CorrectionRequests($state: CorrectionState, $after: String) {
    correctionRequests(state: $state, first: 50, after: $after) {
      edges {
        node {
          ...RequestRow_CorrectionRequest
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ApproveCorrectionDocument = graphql(`
  mutation ApproveCorrection($id: ID!, $comment: String) {
    approveCorrection(id: $id, comment: $comment) {
      ... on CorrectionRequest {
        id
      }
      ... on Conflict {
        message
      }
    }
  }
`);

export const RefuseCorrectionDocument = graphql(`
  mutation RefuseCorrection($id: ID!, $comment: String!) {
    refuseCorrection(id: $id, comment: $comment) {
      ... on CorrectionRequest {
        id
      }
      ... on Conflict {
        message
      }
    }
  }
`);
