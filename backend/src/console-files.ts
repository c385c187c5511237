import { Module } from '@nestjs/common';
import { ServeStaticModule } from '@nestjs/serve-static';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { styleNonceOf } from './kernel';

/** The built console, served from the same port as the API. */
const FILES = join(__dirname, '..', '..', 'frontend', 'dist', 'browser');
const PAGE = join(FILES, 'index.html');
const NOT_THE_CONSOLES = /^\/(api|health|metrics)(\/|$)/i;
/** Addresses of pages have no file extension. */
const IS_PAGE = /^(\/index\.html|\/([^.]*\/)*[^/.]*)$/;

/**
 * Answers every address of the console with its one page. Angular adds the styles of components as elements,
 * and gives them the nonce that it finds on the root element: with it, the policy of the page needs no inline
 * styles from anyone else.
 */
export function consolePage(): RequestHandler {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : null;
  return (request: Request, response: Response, next: NextFunction): void => {
    const isPage =
      page !== null &&
      /^(GET|HEAD)$/.test(request.method) &&
      IS_PAGE.test(request.path) &&
      !NOT_THE_CONSOLES.test(request.path);
    if (!isPage) {
      next();
      return;
    }
    const nonce = styleNonceOf(response);
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(page.replace('<app-root', `<app-root ngCspNonce="${nonce}"`));
  };
}

@Module({
  imports: existsSync(FILES)
    ? [
        ServeStaticModule.forRoot({
          rootPath: FILES,
          exclude: ['/api/{*path}', '/health/{*path}', '/metrics'],
          serveStaticOptions: {
            // Files named by their content never change; the page that names them always may.
            setHeaders: (response: ServerResponse, path: string) =>
              response.setHeader(
                'Cache-Control',
                /-[A-Z0-9]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
              ),
          },
        }),
      ]
    : [],
})
export class ConsoleModule {}
