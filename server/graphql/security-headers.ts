import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * What pages may do: load from this origin only. The component library sets styles at run time, hence 'unsafe-inline' for
 * styles; scripts have no such exception. The camera is ours alone.
 */
export function securityHeaders(): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'blob:', 'data:'],
          mediaSrc: ["'self'", 'blob:'],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      // Whether this origin is always HTTPS is for the proxy in front to say.
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'no-referrer' },
    }),
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', 'camera=(self), microphone=(), geolocation=()');
      next();
    },
  ];
}
