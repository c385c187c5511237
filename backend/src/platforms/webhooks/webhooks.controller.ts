import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';
import { ApiError, APP_CONFIG, type AppConfig, Public } from '../../kernel';
import { AdapterRegistry } from '../adapter-registry';
import { isSigned } from '../graph/app-secret';
import { parseGraphJson } from '../graph/graph-json';
import { AppSecrets } from './app-secrets';
import { Delivery } from './delivery';

/** What Meta's servers call. Bodies arrive as raw bytes: the signature is over them, and nothing is parsed before it holds. */
@ApiTags('Webhooks')
@Controller('api/webhooks')
@Public()
export class WebhooksController {
  constructor(
    private readonly adapters: AdapterRegistry,
    private readonly secrets: AppSecrets,
    private readonly delivery: Delivery,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** The handshake: shows Meta that this address knows the token that was typed into the app's dashboard. */
  @Get(':platform')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('X-Content-Type-Options', 'nosniff')
  verify(@Param('platform') platform: string, @Query() query: Record<string, unknown>): string {
    this.adapters.get(platform);
    const wanted = this.config.meta.verifyToken;
    const [mode, token, challenge] = [query['hub.mode'], query['hub.verify_token'], query['hub.challenge']];
    if (wanted === null || mode !== 'subscribe' || typeof token !== 'string' || typeof challenge !== 'string' || !same(token, wanted)) {
      throw new ApiError('FORBIDDEN', 'The verify token is not META_WEBHOOK_VERIFY_TOKEN.');
    }
    return challenge;
  }

  @Post(':platform')
  @HttpCode(200)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async receive(@Param('platform') platform: string, @Req() request: Request): Promise<string> {
    this.adapters.get(platform);
    const body = bytesOf(request);
    const header = request.headers['x-hub-signature-256'];
    if (!isSigned(this.secrets.all, body, typeof header === 'string' ? header : undefined)) {
      throw new ApiError('FORBIDDEN', 'The signature is missing or wrong.');
    }
    await this.delivery.take(parse(body));
    return 'EVENT_RECEIVED';
  }
}

export const bytesOf = (request: Request): Buffer => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));

/** What is signed and still not JSON will not become JSON by being sent again: it is taken and forgotten. */
function parse(body: Buffer): unknown {
  try {
    return parseGraphJson(body.toString('utf8'));
  } catch {
    return null;
  }
}

/** In constant time, whatever the lengths. */
const same = (one: string, other: string): boolean => timingSafeEqual(sha256(one), sha256(other));
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
