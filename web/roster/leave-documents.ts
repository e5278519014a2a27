import { graphql } from '../gql';

graphql(`
  fragment LeaveRow_Leave on Leave {
    id
    from
    to
    part
    kind
    employee {
      id
      name
      department
    }
  }
`);

export const LeavesDocument = graphql(`
  query Leaves($filter: LeaveFilter, $after: String) {
    leaves(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          ...LeaveRow_Leave
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CreateLeaveDocument = graphql(`
  mutation CreateLeave($input: LeaveInput!) {
    createLeave(input: $input) {
      ...LeaveRow_Leave
      ... on Conflict {
        message
      }
    }
  }
`);

export const UpdateLeaveDocument = graphql(`
  mutation UpdateLeave($id: ID!, $input: LeaveInput!) {
    updateLeave(id: $id, input: $input) {
      ...LeaveRow_Leave
      ... on Conflict {
        message
      }
    }
  }
`);

export const DeleteLeaveDocument = graphql(`
  mutation DeleteLeave($id: ID!) {
    deleteLeave(id: $id)
  }
`);

export const ImportLeaveDocument = graphql(`
  mutation ImportLeave($csv: String!) {
    importLeave(csv: $csv) {
      __typename
      ... on LeaveImport {
        added
        unchanged
      }
      ... on Conflict {
        message
      }
    }
  }
`);
