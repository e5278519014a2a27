import { graphql } from '../gql';

graphql(`
  fragment AccountRow_User on User {
    id
    email
    role
    createdAt
    disabledAt
    departments
    departmentIds
    hasPassword
    hasSecondFactor
    employee {
      id
      name
    }
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

export const DepartmentChoicesDocument = graphql(`
  query DepartmentChoices {
    departmentList(first: 200) {
      edges {
        node {
          id
          name
        }
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

export const SetRightsDocument = graphql(`
  mutation SetRights($id: ID!, $input: UserRightsInput!) {
    setUserRights(id: $id, input: $input) {
      ...AccountRow_User
    }
  }
`);

export const SetDisabledDocument = graphql(`
  mutation SetDisabled($id: ID!, $disabled: Boolean!) {
    setUserDisabled(id: $id, disabled: $disabled) {
      ...AccountRow_User
    }
  }
`);

export const AccountSessionsDocument = graphql(`
  query AccountSessions($id: ID!) {
    user(id: $id) {
      id
      sessions {
        id
        device
        address
        createdAt
        lastSeenAt
      }
    }
  }
`);

export const EndUserSessionDocument = graphql(`
  mutation EndUserSession($id: ID!) {
    endUserSession(id: $id)
  }
`);

export const CreatePasswordLinkDocument = graphql(`
  mutation CreatePasswordLink($userId: ID!) {
    createPasswordLink(userId: $userId) {
      token
      expiresAt
    }
  }
`);

export const RemoveSecondFactorsDocument = graphql(`
  mutation RemoveSecondFactors($userId: ID!) {
    removeSecondFactors(userId: $userId) {
      ...AccountRow_User
    }
  }
`);
