import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressedFiles } from './compressed-files';
import { styleNonceOf } from './kernel';

/** Folder of the built console, served from the same port as the API. */
export const CONSOLE_FOLDER = join(__dirname, '..', '..', 'frontend', 'dist', 'browser');
const PAGE = join(CONSOLE_FOLDER, 'index.html');
/** Build output that lists the files each page needs in addition to the application's own files. */
const PRELOADS = join(CONSOLE_FOLDER, '..', 'preloads.json');
const SERVER_PATHS = /^\/(api|health|metrics)(\/|$)/i;
/** Page addresses have no file extension. */
const PAGE_PATH = /^\/(index\.html|[^.]*)$/;

/**
 * Serves the console's page at each of its addresses. The page first loads the application's own files, and
 * then preloads the other files that the address needs, so that the application starts while they load.
 * Angular adds component styles as elements with the root element's nonce, so that the content security
 * policy can block all other inline styles.
 */
export function consolePage(): RequestHandler {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : null;
  const preloads = readPreloads();
  return (request: Request, response: Response, next: NextFunction): void => {
    const isPage =
      page !== null &&
      /^(GET|HEAD)$/.test(request.method) &&
      PAGE_PATH.test(request.path) &&
      !SERVER_PATHS.test(request.path);
    if (!isPage) {
      next();
      return;
    }
    const nonce = styleNonceOf(response);
    response.setHeader('Cache-Control', 'no-cache');
    const links = preloads.find(({ path }) => path.test(request.path))?.links ?? '';
    response
      .type('html')
      .send(
        page.replace('</body>', `${links}</body>`).replace('<app-root', `<app-root ngCspNonce="${nonce}"`),
      );
  };
}

function readPreloads(): { path: RegExp; links: string }[] {
  if (!existsSync(PRELOADS)) return [];
  const pages = JSON.parse(readFileSync(PRELOADS, 'utf8')) as { path: string; files: string[] }[];
  return pages.map(({ path, files }) => ({
    path: new RegExp(path),
    links: files.map((file) => `<link rel="modulepreload" href="${file}">`).join(''),
  }));
}

/** Serves the console's other files. The client gets 404 for a file that does not exist. */
export function serveConsoleFiles(app: NestExpressApplication): void {
  app.use(compressedFiles(CONSOLE_FOLDER));
  app.useStaticAssets(CONSOLE_FOLDER, {
    index: false,
    redirect: false,
    // Files with a content hash in their name never change. The other files may change at any time.
    setHeaders: (response: Response, path: string) =>
      response.setHeader(
        'Cache-Control',
        /-[A-Z0-9]{8}\.\w+(\.br)?$/i.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
}
