import { graphql } from '../gql';

graphql(`
  fragment PersonPrivacy_EmployeePrivacy on EmployeePrivacy {
    employeeId
    templates
    enrolmentPhotos
    consents {
      id
      noticeVersion
      language
      method
      givenAt
      withdrawnAt
    }
    erasures {
      id
      startedAt
      finishedAt
      receipt
    }
  }
`);

export const PersonPrivacyDocument = graphql(`
  query PersonPrivacy($employeeId: ID!) {
    employeePrivacy(employeeId: $employeeId) {
      ...PersonPrivacy_EmployeePrivacy
    }
  }
`);

export const WithdrawConsentDocument = graphql(`
  mutation WithdrawConsent($employeeId: ID!, $eraseNow: Boolean!) {
    withdrawConsent(employeeId: $employeeId, eraseNow: $eraseNow) {
      ...PersonPrivacy_EmployeePrivacy
    }
  }
`);

export const EraseFaceDocument = graphql(`
  mutation EraseFace($employeeId: ID!) {
    eraseFace(employeeId: $employeeId) {
      id
      finishedAt
      receipt
    }
  }
`);

export const ExportEmployeeDocument = graphql(`
  mutation ExportEmployee($employeeId: ID!) {
    exportEmployee(employeeId: $employeeId) {
      path
      expiresAt
    }
  }
`);

graphql(`
  fragment Retention_RetentionRule on RetentionRule {
    kind
    days
    defaultDays
    least
    most
    what
  }
`);

graphql(`
  fragment Purge_PurgeRun on PurgeRun {
    id
    startedAt
    finishedAt
    source
    removed {
      what
      count
    }
  }
`);

export const RetentionDocument = graphql(`
  query Retention {
    retention {
      ...Retention_RetentionRule
    }
    purgeRuns(first: 1) {
      edges {
        node {
          ...Purge_PurgeRun
        }
      }
    }
    purgePreview {
      what
      count
    }
  }
`);

export const SetRetentionDocument = graphql(`
  mutation SetRetention($kind: RetentionKind!, $days: Int!) {
    setRetention(kind: $kind, days: $days) {
      ...Retention_RetentionRule
    }
  }
`);

export const PurgeNowDocument = graphql(`
  mutation PurgeNow {
    purgeNow {
      ...Purge_PurgeRun
    }
  }
`);

graphql(`
  fragment Notice_ConsentNotice on ConsentNotice {
    id
    language
    version
    title
    text
    publishedAt
  }
`);

export const NoticesDocument = graphql(`
  query Notices($after: String) {
    consentNotices(first: 50, after: $after) {
      edges {
        cursor
        node {
          ...Notice_ConsentNotice
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const PublishNoticeDocument = graphql(`
  mutation PublishNotice($input: PublishConsentNoticeInput!) {
    publishConsentNotice(input: $input) {
      ...Notice_ConsentNotice
    }
  }
`);
