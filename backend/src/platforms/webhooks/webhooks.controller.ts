import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ApiError, APP_CONFIG, type AppConfig, isSameText, JsonShape, MAX_BODY_BYTES, nextTurn, Public, RequestBody } from '../../kernel';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { isSigned } from '../meta/graph/app-secret';
import { parseLongGraphJson } from '../meta/graph/graph-json';
import { AppSecrets } from '../meta/app-secrets';
import { Delivery } from './delivery';

/**
 * Routes that Meta's servers call. Bodies stay raw bytes: the signature covers them, and nothing is parsed
 * before it is verified.
 */
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
    if (
      wanted === null ||
      mode !== 'subscribe' ||
      typeof token !== 'string' ||
      typeof challenge !== 'string' ||
      !isSameText(token, wanted)
    ) {
      throw new ApiError('FORBIDDEN', 'The verify token differs from META_WEBHOOK_VERIFY_TOKEN.');
    }
    return challenge;
  }

  @Post(':platform')
  @RequestBody({ maxBytes: MAX_BODY_BYTES, kind: 'raw' })
  @HttpCode(200)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async receive(@Param('platform') platform: string, @Req() request: Request): Promise<string> {
    this.adapters.get(platform);
    const body = bytesOf(request);
    const header = request.headers['x-hub-signature-256'];
    if (!isSigned(this.secrets.all, body, typeof header === 'string' ? header : undefined)) {
      throw new ApiError('FORBIDDEN', 'The signature is missing or wrong.');
    }
    await this.delivery.deliver(await parse(body));
    return 'EVENT_RECEIVED';
  }
}

export const bytesOf = (request: Request): Buffer => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));

/** Bounds of Meta's largest batches, far below what would block the process during parsing. */
const WEBHOOK_JSON_BOUNDS = { maxDepth: 32, maxTokens: 200_000, maxTextBytes: 1_000_000 };

/** Checking this much takes a few milliseconds. */
const BYTES_A_STEP = 500_000;

/**
 * Parses a signed body. A signed body that is not JSON, or not of a plausible shape, is accepted and ignored:
 * a redelivery would be the same.
 */
async function parse(body: Buffer): Promise<unknown> {
  try {
    const shape = new JsonShape(WEBHOOK_JSON_BOUNDS);
    for (let from = 0; from < body.length; from += BYTES_A_STEP) {
      if (from > 0) await nextTurn();
      shape.read(body.subarray(from, from + BYTES_A_STEP));
    }
    return await parseLongGraphJson(body.toString('utf8'));
  } catch {
    return null;
  }
}
