import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ApiError } from '../kernel';
import { OpenedPages } from './opened-pages';
import { ViewerShowCache } from './viewer-show-cache';
import { ShowStreams } from './show-streams';

/** Path of a page's content, for polling. */
const CONTENT_PATH = '/api/viewer-pages/show';
/** Path of the same content as server-sent events. */
const EVENTS_PATH = '/api/viewer-pages/events';

/**
 * Serves viewer pages. Thousands of viewers may poll, so their requests do not share a queue with the
 * consoles' requests and bypass the rest of the application.
 */
@Injectable()
export class ViewerPageRequests {
  constructor(
    private readonly pages: OpenedPages,
    private readonly shows: ViewerShowCache,
    private readonly streams: ShowStreams,
  ) {}

  readonly handler: RequestHandler = (request: Request, response: Response, next: NextFunction): void => {
    const isStream = request.path === EVENTS_PATH;
    if (!isStream && request.path !== CONTENT_PATH) {
      next();
      return;
    }
    setHeaders(response);
    (isStream ? this.stream(request, response) : this.answer(request, response)).catch(next);
  };

  private async answer(request: Request, response: Response): Promise<void> {
    const page = await this.pages.find(tokenOf(request));
    const body = page === null ? null : await this.shows.body(page);
    if (body === null) throw linkEndedError();
    response.setHeader('ETag', body.etag);
    if (request.headers['if-none-match'] === body.etag) {
      response.writeHead(304).end();
      return;
    }
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Vary', 'Accept-Encoding');
    const isGzipped = body.gzipped !== null && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (isGzipped) response.setHeader('Content-Encoding', 'gzip');
    response.writeHead(200).end(isGzipped ? body.gzipped : body.json);
  }

  private async stream(request: Request, response: Response): Promise<void> {
    const token = tokenOf(request);
    const page = await this.pages.find(token);
    if (page === null) throw linkEndedError();
    await this.streams.open(token, page, response);
  }
}

const linkEndedError = (): ApiError =>
  new ApiError('NOT_FOUND', 'This link no longer works. Ask the seller for a new one.');

const tokenOf = ({ headers }: Request): string =>
  /^Bearer ([\w-]+)$/.exec(headers.authorization ?? '')?.[1] ?? '';

function setHeaders(response: Response): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Robots-Tag', 'noindex');
}
