import { graphql } from '../gql';

export const OwnAccountDocument = graphql(`
  query OwnAccount {
    account {
      id
      email
      hasPassword
      hasTotp
      recoveryCodesLeft
      secondFactorNeeded
      sessionId
      passkeys {
        id
        name
        createdAt
        lastUsedAt
      }
      sessions {
        id
        device
        address
        createdAt
        lastSeenAt
      }
    }
  }
`);

export const ChangePasswordDocument = graphql(`
  mutation ChangePassword($password: String!, $newPassword: String!) {
    changePassword(password: $password, newPassword: $newPassword)
  }
`);

export const BeginTotpDocument = graphql(`
  mutation BeginTotp($password: String!) {
    beginTotp(password: $password) {
      token
      secret
      uri
    }
  }
`);

export const ConfirmTotpDocument = graphql(`
  mutation ConfirmTotp($token: String!, $code: String!) {
    confirmTotp(token: $token, code: $code) {
      recoveryCodes
    }
  }
`);

export const RemoveTotpDocument = graphql(`
  mutation RemoveTotp($password: String!) {
    removeTotp(password: $password)
  }
`);

export const BeginPasskeyDocument = graphql(`
  mutation BeginPasskey($password: String!) {
    beginPasskey(password: $password) {
      token
      options
    }
  }
`);

export const AddPasskeyDocument = graphql(`
  mutation AddPasskey($token: String!, $name: String!, $answer: String!) {
    addPasskey(token: $token, name: $name, answer: $answer) {
      recoveryCodes
    }
  }
`);

export const RemovePasskeyDocument = graphql(`
  mutation RemovePasskey($id: ID!, $password: String!) {
    removePasskey(id: $id, password: $password)
  }
`);

export const RenewRecoveryCodesDocument = graphql(`
  mutation RenewRecoveryCodes($password: String!) {
    renewRecoveryCodes(password: $password)
  }
`);

export const EndSessionDocument = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id)
  }
`);

export const EndOtherSessionsDocument = graphql(`
  mutation EndOtherSessions {
    endOtherSessions
  }
`);
