import { graphql } from '../gql';

graphql(`
  fragment PolicyRow_Policy on Policy {
    id
    name
    lateGraceMinutes
    earlyLeaveGraceMinutes
    shiftHintMinutes
    shiftWindowMinutes
    maxOpenMinutes
    automaticCheckOut
    countsTimeBeforeShift
    breakRules {
      afterMinutes
      minutes
      isPaid
    }
    roundCheckIn
    roundCheckInToMinutes
    roundCheckOut
    roundCheckOutToMinutes
    overtimeBasis
    dailyOvertimeAfterMinutes
    weeklyOvertimeAfterMinutes
    overtimeNeedsApproval
    weekStartsOn
  }
`);

export const PoliciesDocument = graphql(`
  query Policies($after: String) {
    policies(first: 50, after: $after) {
      edges {
        node {
          ...PolicyRow_Policy
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

graphql(`
  fragment PolicyUse_PolicyAssignment on PolicyAssignment {
    id
    policyId
    siteId
    departmentId
    employeeId
    from
    to
    createdAt
    source
  }
`);

export const PolicyAssignmentsDocument = graphql(`
  query PolicyAssignments($after: String) {
    policyAssignments(first: 50, after: $after) {
      edges {
        node {
          ...PolicyUse_PolicyAssignment
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CreatePolicyDocument = graphql(`
  mutation CreatePolicy($input: PolicyInput!) {
    createPolicy(input: $input) {
      ... on Policy {
        ...PolicyRow_Policy
      }
      ... on Conflict {
        message
      }
    }
  }
`);

export const DeletePolicyDocument = graphql(`
  mutation DeletePolicy($id: ID!) {
    deletePolicy(id: $id) {
      ... on Deleted {
        id
      }
      ... on Conflict {
        message
      }
    }
  }
`);

export const PreviewPolicyDocument = graphql(`
  query PreviewPolicy($input: PolicyChangeInput!) {
    previewPolicyChange(input: $input) {
      days
      employees
      differences {
        employeeId
        date
        column
        before
        after
      }
    }
  }
`);

export const ApplyPolicyDocument = graphql(`
  mutation ApplyPolicy($input: PolicyChangeInput!) {
    applyPolicyChange(input: $input) {
      changes
    }
  }
`);
