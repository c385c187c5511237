import { VIEWER_PAGE_KINDS } from '@sellary/contracts';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONSOLE_FOLDER } from './console-files';

const PAGE = new RegExp(`^/(${VIEWER_PAGE_KINDS.join('|')})/[\\w-]+$`);

/** Serves the built viewer pages at `/overlay/<token>` and `/board/<token>`. */
export function viewerPageFiles(): RequestHandler {
  const pages = new Map(
    VIEWER_PAGE_KINDS.map((kind) => [kind, join(CONSOLE_FOLDER, 'viewer-pages', `${kind}.html`)] as const)
      .filter(([, file]) => existsSync(file))
      .map(([kind, file]) => [kind as string, readFileSync(file, 'utf8')]),
  );
  return (request: Request, response: Response, next: NextFunction): void => {
    const page = pages.get(PAGE.exec(request.path)?.[1] ?? '');
    if (page === undefined || !/^(GET|HEAD)$/.test(request.method)) {
      next();
      return;
    }
    response.setHeader('X-Robots-Tag', 'noindex');
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(page);
  };
}
