import { graphql } from '../gql';

graphql(`
  fragment SiteRow_Site on Site {
    id
    name
    timeZone
    dayStartsAtMinutes
    minimumPunchIntervalSeconds
  }
`);

export const SitesDocument = graphql(`
  query Sites($after: String) {
    sites(first: 50, after: $after) {
      edges {
        node {
          ...SiteRow_Site
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CreateSiteDocument = graphql(`
  mutation CreateSite($input: SiteInput!) {
    createSite(input: $input) {
      ...SiteRow_Site
      ... on Conflict {
        message
      }
    }
  }
`);

export const UpdateSiteDocument = graphql(`
  mutation UpdateSite($id: ID!, $input: SiteInput!) {
    updateSite(id: $id, input: $input) {
      ...SiteRow_Site
      ... on Conflict {
        message
      }
    }
  }
`);

export const DeleteSiteDocument = graphql(`
  mutation DeleteSite($id: ID!) {
    deleteSite(id: $id) {
      ... on Conflict {
        message
      }
    }
  }
`);

graphql(`
  fragment DepartmentRow_Department on Department {
    id
    name
    employeeCount
  }
`);

export const DepartmentsDocument = graphql(`
  query Departments($after: String) {
    departmentList(first: 50, after: $after) {
      edges {
        node {
          ...DepartmentRow_Department
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CreateDepartmentDocument = graphql(`
  mutation CreateDepartment($input: DepartmentInput!) {
    createDepartment(input: $input) {
      ...DepartmentRow_Department
      ... on Conflict {
        message
      }
    }
  }
`);

export const RenameDepartmentDocument = graphql(`
  mutation RenameDepartment($id: ID!, $input: DepartmentInput!) {
    updateDepartment(id: $id, input: $input) {
      ...DepartmentRow_Department
      ... on Conflict {
        message
      }
    }
  }
`);

export const DeleteDepartmentDocument = graphql(`
  mutation DeleteDepartment($id: ID!, $moveTo: ID) {
    deleteDepartment(id: $id, moveTo: $moveTo) {
      ... on Conflict {
        message
      }
    }
  }
`);
