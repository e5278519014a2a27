import { graphql } from '../gql';

export const LoginDocument = graphql(`
  mutation Login($email: String!, $password: String!, $deviceToken: String) {
    session: login(email: $email, password: $password, deviceToken: $deviceToken) {
      token
      deviceToken
    }
  }
`);

export const CompleteLoginDocument = graphql(`
  mutation CompleteLogin($challenge: String!, $code: String, $passkey: String, $deviceToken: String) {
    session: completeLogin(challenge: $challenge, code: $code, passkey: $passkey, deviceToken: $deviceToken) {
      token
      deviceToken
    }
  }
`);

export const BeginPasskeyLoginDocument = graphql(`
  mutation BeginPasskeyLogin {
    beginPasskeyLogin {
      challenge
      passkeyOptions
    }
  }
`);

export const LoginOptionsDocument = graphql(`
  query LoginOptions {
    loginOptions {
      openIdConnect
    }
  }
`);

export const BeginOidcLoginDocument = graphql(`
  mutation BeginOidcLogin {
    beginOidcLogin {
      challenge
      url
    }
  }
`);

export const CompleteOidcLoginDocument = graphql(`
  mutation CompleteOidcLogin($challenge: String!, $query: String!, $deviceToken: String) {
    session: completeOidcLogin(challenge: $challenge, query: $query, deviceToken: $deviceToken) {
      token
      deviceToken
    }
  }
`);

export const ResetPasswordDocument = graphql(`
  mutation ResetPassword($token: String!, $password: String!) {
    resetPassword(token: $token, password: $password)
  }
`);
