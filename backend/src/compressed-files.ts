import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { existsSync, readdirSync } from 'node:fs';
import { extname, sep } from 'node:path';

const BROTLI_EXTENSION = '.br';

/**
 * Serves the Brotli file that the build wrote next to a file, if the client accepts Brotli. This takes no
 * work per request, and the Brotli file is smaller than a file compressed on the fly. The static file handler
 * that runs next sends the bytes.
 */
export function compressedFiles(folder: string): RequestHandler {
  const compressed = new Set(
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith(BROTLI_EXTENSION))
          .map((file) => `/${file.slice(0, -BROTLI_EXTENSION.length).split(sep).join('/')}`)
      : [],
  );
  return (request: Request, response: Response, next: NextFunction): void => {
    const file = request.path;
    if (!/^(GET|HEAD)$/.test(request.method) || !compressed.has(file)) {
      next();
      return;
    }
    response.vary('Accept-Encoding');
    if (request.acceptsEncodings('br') === 'br') {
      response.type(extname(file)).setHeader('Content-Encoding', 'br');
      request.url = `${file}${BROTLI_EXTENSION}`;
    }
    next();
  };
}
