import { graphql } from '../gql';

graphql(`
  fragment KioskRow_Kiosk on Kiosk {
    id
    name
    site {
      id
      name
    }
    onlyOwnSite
    identification
    mayEnrol
    liveness
    createdAt
    pairedAt
    pairingExpiresAt
    lastSeenAt
    revokedAt
    health {
      state
      problems
      faces
      refused
      camera
      appVersion
      pendingPunches
      batteryPercent
      clockOffsetSeconds
    }
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

export const AwaitedKioskDocument = graphql(`
  query AwaitedKiosk($id: ID!) {
    kiosk(id: $id) {
      id
      pairedAt
      pairingExpiresAt
    }
  }
`);

export const KioskSitesDocument = graphql(`
  query KioskSites {
    sites(first: 200) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

export const CreateKioskDocument = graphql(`
  mutation CreateKiosk($input: CreateKioskInput!) {
    made: createKiosk(input: $input) {
      token
      pairing {
        code
        expiresAt
      }
      kiosk {
        id
        name
      }
    }
  }
`);

export const RenewKioskPairingDocument = graphql(`
  mutation RenewKioskPairing($id: ID!) {
    made: renewKioskPairing(id: $id) {
      token
      pairing {
        code
        expiresAt
      }
      kiosk {
        id
        name
      }
    }
  }
`);

export const UpdateKioskDocument = graphql(`
  mutation UpdateKiosk($id: ID!, $input: UpdateKioskInput!) {
    updateKiosk(id: $id, input: $input) {
      ...KioskRow_Kiosk
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
