import { graphql } from '../gql';

graphql(`
  fragment AssignmentRow_Assignment on Assignment {
    id
    from
    to
    offsetDays
    pattern {
      ...PatternRow_Pattern
    }
    site {
      id
      name
    }
    department {
      id
      name
    }
    employee {
      id
      name
      department
    }
  }
`);

export const AssignmentsDocument = graphql(`
  query Assignments($after: String) {
    assignments(first: 50, after: $after) {
      edges {
        node {
          ...AssignmentRow_Assignment
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PatternsInForceDocument = graphql(`
  query PatternsInForce($employeeId: ID!, $from: LocalDate!) {
    patternsInForce(employeeId: $employeeId, from: $from) {
      from
      to
      assignment {
        ...AssignmentRow_Assignment
      }
    }
  }
`);

export const CreateAssignmentDocument = graphql(`
  mutation CreateAssignment($input: AssignmentInput!) {
    createAssignment(input: $input) {
      ...AssignmentRow_Assignment
    }
  }
`);

export const UpdateAssignmentDocument = graphql(`
  mutation UpdateAssignment($id: ID!, $input: AssignmentInput!) {
    updateAssignment(id: $id, input: $input) {
      ...AssignmentRow_Assignment
    }
  }
`);

export const DeleteAssignmentDocument = graphql(`
  mutation DeleteAssignment($id: ID!) {
    deleteAssignment(id: $id)
  }
`);
