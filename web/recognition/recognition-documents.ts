import { graphql } from '../gql';

graphql(`
  fragment Decision_Comparison on FaceComparison {
    modelId
    distance
    runnerUpDistance
    threshold
    margin
  }
`);

graphql(`
  fragment DecisionRow_Decision on RecognitionDecision {
    id
    at
    source
    outcome
    explanation
    gallerySize
    frames
    confidence
    livenessLevel
    employee {
      id
      name
    }
    runnerUp {
      id
      name
    }
    first {
      ...Decision_Comparison
    }
    fused {
      ...Decision_Comparison
    }
    quality {
      score
      eyeDistance
      brightness
      contrast
      sharpness
      yaw
      pitch
      roll
    }
    liveness {
      name
      value
    }
  }
`);

export const DecisionsDocument = graphql(`
  query Decisions($employeeId: ID, $outcome: DecisionOutcome, $after: String) {
    recognitionDecisions(employeeId: $employeeId, outcome: $outcome, first: 50, after: $after) {
      edges {
        cursor
        node {
          ...DecisionRow_Decision
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
  fragment LookAlikeRow_LookAlike on LookAlike {
    distance
    foundAt
    first {
      id
      name
      department
      hasPin
    }
    second {
      id
      name
      department
      hasPin
    }
  }
`);

export const LookAlikesDocument = graphql(`
  query LookAlikes($after: String) {
    lookAlikes(first: 50, after: $after) {
      edges {
        cursor
        node {
          ...LookAlikeRow_LookAlike
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
