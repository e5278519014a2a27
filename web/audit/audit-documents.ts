import { graphql } from '../gql';

graphql(`
  fragment AuditRow_AuditEntry on AuditEntry {
    sequence
    at
    actor
    actorName
    action
    subject
    outcome
    address
    details
    hash
  }
`);

export const AuditDocument = graphql(`
  query Audit($filter: AuditFilter, $after: String) {
    auditEntries(first: 50, filter: $filter, after: $after) {
      edges {
        cursor
        node {
          ...AuditRow_AuditEntry
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AuditActionsDocument = graphql(`
  query AuditActions {
    auditActions
  }
`);
