import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { isSecure, type IsTrusted } from '../client-address.js';

const HALF_A_YEAR_SECONDS = 182 * 24 * 3600;

/** Everything that pages have no use for is switched off; the camera is ours alone, also for passkeys and the screen. */
const PERMISSIONS = [
  'camera=(self)',
  'screen-wake-lock=(self)',
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
  ...['accelerometer', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer', 'microphone', 'midi'],
  ...['payment', 'serial', 'usb', 'browsing-topics'],
]
  .map((permission) => (permission.includes('=') ? permission : `${permission}=()`))
  .join(', ');

/**
 * What pages may do: load from this origin only. The component library sets styles at run time, hence 'unsafe-inline' for
 * styles; scripts have no such exception.
 */
export function securityHeaders(isTrusted: IsTrusted): RequestHandler[] {
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
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'no-referrer' },
    }),
    (request, response, next) => {
      response.setHeader('Permissions-Policy', PERMISSIONS);
      // Only a proxy of ours can say that this origin is reached by HTTPS.
      if (isSecure(request, isTrusted)) {
        response.setHeader('Strict-Transport-Security', `max-age=${HALF_A_YEAR_SECONDS}`);
      }
      next();
    },
  ];
}
