import { graphql } from '../gql';

graphql(`
  fragment EmployeeRow_Employee on Employee {
    id
    number
    name
    position
    department
    active
    leavesOn
    hasPin
    hasBadge
  }
`);

export const EmployeesDocument = graphql(`
  query Employees($search: String, $after: String) {
    employees(first: 50, search: $search, after: $after) {
      totalCount
      edges {
        cursor
        node {
          ...EmployeeRow_Employee
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const UpdateEmployeeDocument = graphql(`
  mutation UpdateEmployee($id: ID!, $input: UpdateEmployeeInput!) {
    updateEmployee(id: $id, input: $input) {
      ...EmployeeRow_Employee
    }
  }
`);

export const SetEmployeePinDocument = graphql(`
  mutation SetEmployeePin($id: ID!, $pin: String) {
    setEmployeePin(id: $id, pin: $pin) {
      id
      hasPin
    }
  }
`);

export const IssueBadgeDocument = graphql(`
  mutation IssueBadge($employeeId: ID!) {
    issueBadge(employeeId: $employeeId) {
      code
      employee {
        id
        hasBadge
      }
    }
  }
`);

export const WithdrawBadgeDocument = graphql(`
  mutation WithdrawBadge($employeeId: ID!) {
    withdrawBadge(employeeId: $employeeId) {
      id
      hasBadge
    }
  }
`);
