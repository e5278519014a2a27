import { graphql } from '../gql';

graphql(`
  fragment KioskRow_Kiosk on Kiosk {
    id
    name
    mayEnrol
    liveness
    createdAt
    lastSeenAt
    revokedAt
  }
`);

export const KiosksDocument = graphql(`
  query Kiosks($after: String) {
    kiosks(first: 50, after: $after) {
      edges {
        cursor
        node {
          ...KioskRow_Kiosk
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CreateKioskDocument = graphql(`
  mutation CreateKiosk($input: CreateKioskInput!) {
    createKiosk(input: $input) {
      token
      kiosk {
        ...KioskRow_Kiosk
      }
    }
  }
`);

export const RevokeKioskDocument = graphql(`
  mutation RevokeKiosk($id: ID!) {
    revokeKiosk(id: $id) {
      ...KioskRow_Kiosk
    }
  }
`);

export const SetKioskLivenessDocument = graphql(`
  mutation SetKioskLiveness($id: ID!, $liveness: LivenessLevel!) {
    setKioskLiveness(id: $id, liveness: $liveness) {
      ...KioskRow_Kiosk
    }
  }
`);
