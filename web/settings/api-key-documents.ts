import { graphql } from '../gql';

graphql(`
  fragment ApiKeyRow_ApiKey on ApiKey {
    id
    name
    scopes
    departments
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
  }
`);

export const ApiKeysDocument = graphql(`
  query ApiKeys($after: String) {
    apiKeys(first: 50, after: $after) {
      edges {
        cursor
        node {
          ...ApiKeyRow_ApiKey
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CreateApiKeyDocument = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      token
    }
  }
`);

export const RevokeApiKeyDocument = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      ...ApiKeyRow_ApiKey
    }
  }
`);
