import { graphql } from '../gql';

graphql(`
  fragment RunRow_PipelineRun on PipelineRun {
    id
    outcome
    versionId
    reasons
    job {
      id
      state
      createdAt
      runAt
      done
      total
      message
    }
    steps {
      name
      seconds
    }
  }
`);

export const RunsDocument = graphql(`
  query PipelineRuns($after: String) {
    pipelineRuns(first: 10, after: $after) {
      edges {
        node {
          ...RunRow_PipelineRun
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const JobNewsDocument = graphql(`
  subscription JobNews {
    jobChanged {
      id
      state
      runAt
      done
      total
      message
    }
  }
`);

export const StartPipelineDocument = graphql(`
  mutation StartPipeline($input: StartPipelineInput!) {
    startPipeline(input: $input) {
      ... on PipelineRun {
        id
      }
      ... on Conflict {
        message
      }
    }
  }
`);

export const CancelRunDocument = graphql(`
  mutation CancelRun($id: ID!) {
    cancelJob(id: $id) {
      id
      state
    }
  }
`);

export const RetryRunDocument = graphql(`
  mutation RetryRun($id: ID!) {
    retryJob(id: $id) {
      id
      state
    }
  }
`);
