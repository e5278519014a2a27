import { graphql } from '../gql';

graphql(`
  fragment AccountRow_User on User {
    id
    email
    role
    createdAt
  }
`);

export const AccountsDocument = graphql(`
  query Accounts($after: String) {
    users(first: 50, after: $after) {
      edges {
        cursor
        node {
          ...AccountRow_User
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CreateAccountDocument = graphql(`
  mutation CreateAccount($input: CreateUserInput!) {
    createUser(input: $input) {
      ...AccountRow_User
    }
  }
`);
