import { graphql } from '../gql';

graphql(`
  fragment VersionRow_ModelVersion on ModelVersion {
    id
    createdAt
    isProduction
    isCandidate
    passed
    dataSource
    people
    figures {
      fnir
      fpir
    }
  }
`);

export const VersionsDocument = graphql(`
  query ModelVersions($after: String) {
    modelVersions(first: 10, after: $after) {
      edges {
        node {
          ...VersionRow_ModelVersion
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ProductionDocument = graphql(`
  query ProductionModel {
    productionModel {
      id
      since
      source
    }
  }
`);

graphql(`
  fragment Figures_ModelFigures on ModelFigures {
    matedProbes
    strangerProbes
    fnir
    fpir
    misidentified
    rank1
    fnirAtFpir {
      fpir
      fnir
      low
      high
    }
  }
`);

export const VersionDocument = graphql(`
  query ModelVersion($id: ID!) {
    modelVersion(id: $id) {
      id
      createdAt
      isProduction
      passed
      gateReasons
      dataSource
      people
      trainSamples
      testSamples
      setAside {
        reason
        samples
      }
      calibratedOn
      sure
      threshold
      notes
      comparedWith
      limits
      head {
        fpir
        fnirWithout
        fnirWith
        helps
      }
      figures {
        ...Figures_ModelFigures
      }
      productionFigures {
        ...Figures_ModelFigures
      }
      evaluation {
        det {
          fpir
          fnir
        }
        productionDet {
          fpir
          fnir
        }
        nearestPairs {
          one {
            name
          }
          other {
            name
          }
          first
          both
        }
        confusions {
          person {
            name
          }
          nearest {
            name
          }
          share
        }
        findings {
          person {
            name
          }
          part
          kind
          words
          seems {
            name
          }
          sampleId
        }
        curves {
          loss
          stopLoss
        }
      }
    }
  }
`);

export const PromoteDocument = graphql(`
  mutation PromoteModel($id: ID!, $despiteGate: Boolean!, $reason: String) {
    promoteModel(id: $id, despiteGate: $despiteGate, reason: $reason) {
      ... on ModelVersion {
        id
      }
      ... on Conflict {
        message
      }
    }
  }
`);

export const RollBackDocument = graphql(`
  mutation RollBackModel($reason: String) {
    rollBackModel(reason: $reason) {
      ... on ProductionModel {
        id
      }
      ... on Conflict {
        message
      }
    }
  }
`);

export const SamplePhotoDocument = graphql(`
  mutation SamplePhoto($sampleId: ID!) {
    samplePhoto(sampleId: $sampleId) {
      path
    }
  }
`);
