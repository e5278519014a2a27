declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  /** The parts of it that the tests use. */
  class Provider {
    constructor(issuer: string, configuration: object);
    callback(): RequestListener;
  }
  export { Provider as default };
}
