import { Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PlatformError, type WebhookCapability } from '@sellary/extension-kit';
import type { Request } from 'express';
import { ApiError, MAX_BODY_BYTES, Public, RequestBody } from '../../kernel';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { rawBodyOf } from './raw-body';
import { Delivery } from './delivery';

/**
 * Routes called by a platform's servers. Bodies stay raw bytes, because the signature covers them and is
 * verified before anything is parsed.
 */
@ApiTags('Webhooks')
@Controller('api/webhooks')
@Public()
export class WebhooksController {
  constructor(
    private readonly adapters: AdapterRegistry,
    private readonly delivery: Delivery,
  ) {}

  /** Handshake: confirms to the platform that this address belongs to us. */
  @Get(':platform')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('X-Content-Type-Options', 'nosniff')
  verify(@Param('platform') platform: string, @Query() query: Record<string, unknown>): string {
    const webhook = this.requireWebhook(platform);
    if (webhook.handshake === undefined) throw ApiError.notFound('webhook handshake');
    try {
      return webhook.handshake(query);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      throw new ApiError('FORBIDDEN', error.forPeople);
    }
  }

  @Post(':platform')
  @RequestBody({ maxBytes: MAX_BODY_BYTES, kind: 'raw' })
  @HttpCode(200)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async receive(@Param('platform') platform: string, @Req() request: Request): Promise<string> {
    const webhook = this.requireWebhook(platform);
    const body = rawBodyOf(request);
    if (!webhook.verify(body, request.headers)) {
      throw new ApiError('FORBIDDEN', 'The signature is missing or invalid.');
    }
    await this.delivery.deliver(await webhook.read(body));
    return 'EVENT_RECEIVED';
  }

  /** @throws ApiError NOT_FOUND */
  private requireWebhook(platform: string): WebhookCapability {
    const { webhook } = this.adapters.get(platform);
    if (webhook === undefined) throw new ApiError('NOT_FOUND', 'This platform does not support webhooks.');
    return webhook;
  }
}
