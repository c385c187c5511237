import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { randomBytes } from 'node:crypto';
import type { AppConfig } from '../config/app-config';

/**
 * Browser features that no page of the product uses. An injected script must not be able to use them either.
 */
const UNUSED_FEATURES = [
  'accelerometer',
  'browsing-topics',
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
/** The console scans item codes with the camera; the browser still asks the user first. */
const PERMISSIONS = ['camera=(self)', ...UNUSED_FEATURES.map((feature) => `${feature}=()`)].join(', ');
const PLAIN_HOST = /^[\w.:[\]-]+$/;

/** The nonce of the product's style elements in the content security policy; each response has a new one. */
export function styleNonceOf(response: Response): string {
  const locals = response.locals as { styleNonce?: string };
  return (locals.styleNonce ??= randomBytes(16).toString('base64'));
}

/** Sets the headers of every response. */
export function securityHeaders(config: AppConfig): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        directives: {
          'script-src': ["'self'"],
          'style-src': [
            "'self'",
            (request, response) => styleSource(request as Request, response as Response),
          ],
          'connect-src': ["'self'", (request) => socketSource(config, request.headers.host)],
          'upgrade-insecure-requests': null,
        },
      },
      strictTransportSecurity: config.publicUrl?.startsWith('https:') ?? false,
    }),
    (request: Request, response: Response, next: NextFunction): void => {
      response.setHeader('Permissions-Policy', PERMISSIONS);
      // API responses contain tokens and personal data, so no cache may store them, whether in transit or in
      // the browser.
      if (/^\/api(\/|$)/i.test(request.path)) response.setHeader('Cache-Control', 'no-store');
      next();
    },
  ];
}

/** The API documentation page has its own styles, without a nonce. */
const styleSource = (request: Request, response: Response): string =>
  request.path.startsWith('/api/docs') ? "'unsafe-inline'" : `'nonce-${styleNonceOf(response)}'`;

/** The console's websocket address, for browsers in which 'self' does not cover websockets. */
function socketSource({ publicUrl }: AppConfig, host: string | undefined): string {
  if (publicUrl !== null) return new URL(publicUrl).origin.replace(/^http/, 'ws');
  return host !== undefined && PLAIN_HOST.test(host) ? `ws://${host}` : "'self'";
}
