import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { AppConfig } from '../config/app-config';

/** Powers of a browser that no page of ours uses. A page that someone slips in shall not have them either. */
const UNUSED_POWERS = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const PERMISSIONS = UNUSED_POWERS.map((power) => `${power}=()`).join(', ');
const PLAIN_HOST = /^[\w.:[\]-]+$/;

/** Sets the headers that every answer carries. */
export function securityHeaders(config: AppConfig): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        directives: {
          'script-src': ["'self'"],
          'style-src': ["'self'", "'unsafe-inline'"],
          'connect-src': ["'self'", (request) => ownSocket(config, request.headers.host)],
          'upgrade-insecure-requests': null,
        },
      },
      strictTransportSecurity: config.publicUrl?.startsWith('https:') ?? false,
    }),
    (request: Request, response: Response, next: NextFunction): void => {
      response.setHeader('Permissions-Policy', PERMISSIONS);
      // Answers of the API carry tokens and people's data: no cache on the way or in the browser may keep them.
      if (/^\/api(\/|$)/i.test(request.path)) response.setHeader('Cache-Control', 'no-store');
      next();
    },
  ];
}

/** The socket's address for browsers in which 'self' does not cover websockets. */
function ownSocket({ publicUrl }: AppConfig, host: string | undefined): string {
  if (publicUrl !== null) return publicUrl.replace(/^http/, 'ws').replace(/^(wss?:\/\/[^/]+).*$/, '$1');
  return host !== undefined && PLAIN_HOST.test(host) ? `ws://${host}` : "'self'";
}
