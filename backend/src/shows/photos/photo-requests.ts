import { Inject, Injectable } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { ApiError, CallSlots } from '../../kernel';
import { PHOTO_STORE, type PhotoStore } from './photo-store';

const PHOTO_PATH = /^\/photos\/([0-9a-f]{40}-(?:small|large)\.webp)$/;
/** A photo that many viewers look at is read from the store once. */
const CACHE_BYTES = 24 * 1024 * 1024;
/** A deleted photo is still served for at most this long. */
const MAX_CACHED_MS = 10 * 60_000;
const YEAR_SECONDS = 31_536_000;

/**
 * Serves photos without a token, so that an `<img>` in a console, an overlay, or a board can show them.
 * Instead, each address contains a 160-bit hash, which cannot be guessed.
 */
@Injectable()
export class PhotoRequests {
  private readonly cache = new LRUCache<string, Buffer>({
    maxSize: CACHE_BYTES,
    ttl: MAX_CACHED_MS,
    sizeCalculation: ({ length }) => length || 1,
    fetchMethod: async (name) => (await this.store.get(name)) ?? undefined,
  });
  private readonly slots = new CallSlots({
    perWorkspace: 16,
    total: 32,
    waitingPerWorkspace: 500,
    maxWaitMs: 10_000,
    name: 'photos',
  });

  constructor(@Inject(PHOTO_STORE) private readonly store: PhotoStore) {}

  readonly handler: RequestHandler = (request: Request, response: Response, next: NextFunction): void => {
    if (!request.path.startsWith('/photos/') || !/^(GET|HEAD)$/.test(request.method)) {
      next();
      return;
    }
    this.answer(request, response).catch(next);
  };

  private async answer(request: Request, response: Response): Promise<void> {
    const name = PHOTO_PATH.exec(request.path)?.[1];
    const photo = name === undefined ? undefined : await this.read(name, request.ip ?? '');
    if (photo === undefined) {
      throw new ApiError('NOT_FOUND', 'The photo was not found. It may have been deleted.');
    }
    response.setHeader('Content-Type', 'image/webp');
    response.setHeader('Content-Length', photo.length);
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`);
    response.setHeader('X-Robots-Tag', 'noindex');
    response.end(request.method === 'HEAD' ? undefined : photo);
  }

  private async read(name: string, ip: string): Promise<Buffer | undefined> {
    const cached = this.cache.get(name);
    if (cached !== undefined) return cached;
    // Requests have no user, so the per-workspace limits apply to each IP address.
    const holder = { userId: ip, workspaceId: ip };
    try {
      return await this.slots.run(holder, () => this.cache.fetch(name));
    } catch (error) {
      if (error instanceof ApiError) throw error;
      throw new ApiError('UNAVAILABLE', 'Photo storage is not responding. Try again in a moment.');
    }
  }
}
