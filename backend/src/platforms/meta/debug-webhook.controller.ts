import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { randomBytes } from 'node:crypto';
import { CurrentPrincipal, MinimumRole, type Principal } from '../../auth';
import { ApiError, MAX_BODY_BYTES, RequestBody } from '../../kernel';
import { Delivery } from '../webhooks/delivery';
import { isSigned, signatureOf } from './graph/app-secret';
import { listOf } from './graph/graph-json';
import { META_CONFIG, type MetaConfig } from './meta.config';
import { MetaWebhooks } from './meta-webhooks';

interface EmittedWebhook {
  received: number;
  results: { showId: string; commentId: string; outcome: string }[];
}

/**
 * Accepts an Instagram webhook and signs it as Meta would. The webhook takes the same path as a real one
 * (signature check, parser, delivery) but reaches only shows in the caller's workspace.
 */
@ApiTags('Debug')
@Controller('api/debug')
export class DebugWebhookController {
  private readonly secret: string;

  constructor(
    private readonly delivery: Delivery,
    private readonly webhooks: MetaWebhooks,
    @Inject(META_CONFIG) { appSecret }: MetaConfig,
  ) {
    this.secret = appSecret ?? randomBytes(32).toString('hex');
  }

  @Post('emit-ig-webhook')
  @RequestBody({ maxBytes: MAX_BODY_BYTES })
  @MinimumRole('operator')
  @HttpCode(200)
  async emit(@Body() payload: object, @CurrentPrincipal() principal: Principal): Promise<EmittedWebhook> {
    if (listOf(payload).length === 0) {
      throw ApiError.invalid('body', 'The body must be a JSON object or a list of objects.');
    }
    const body = Buffer.from(toMetaJson(JSON.stringify(payload)));
    if (!isSigned([this.secret], body, signatureOf(this.secret, body))) {
      throw new Error('The signature check rejects a signature that this server created');
    }
    const delivered = await this.delivery.deliver(await this.webhooks.read(body), principal.workspaceId);
    const results = delivered.map(({ showId, result }) => ({
      showId,
      commentId: result.commentId,
      outcome: result.outcome,
    }));
    return { received: results.length, results };
  }
}

/** JSON as Meta writes and signs it: ASCII only, with escaped slashes. */
const toMetaJson = (json: string): string =>
  json
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
