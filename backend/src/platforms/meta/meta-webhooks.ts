import { Inject, Injectable } from '@nestjs/common';
import { PlatformError, type WebhookCapability, type WebhookContent } from '@sellary/extension-kit';
import type { IncomingHttpHeaders } from 'node:http';
import { type Fields, isSameText, JsonShape, nextTurn } from '../../kernel';
import { AppSecrets } from './app-secrets';
import {
  pagesToRefresh,
  pushedChanges,
  pushedComments as facebookComments,
} from './facebook/facebook-comments';
import { isSigned } from './graph/app-secret';
import { GraphClient } from './graph/graph-client';
import { listOf, parseLongGraphJson, textOf } from './graph/graph-json';
import { pushedComments as instagramComments } from './instagram/instagram-comments';
import { META_CONFIG, type MetaConfig } from './meta.config';

/**
 * Limits that allow Meta's largest batches but are far below a size that would block the process during
 * parsing.
 */
const WEBHOOK_JSON_BOUNDS = { maxDepth: 32, maxTokens: 200_000, maxTextBytes: 1_000_000 };
/** Number of bytes checked in one step, which takes a few milliseconds. */
const BYTES_PER_STEP = 500_000;
/** After this many comments in a delivery, other work can run before each additional payload. */
const MAX_COMMENTS_PER_TURN = 200;

/** The Meta app's webhooks. All are signed in the same way; a payload's `object` identifies the platform. */
@Injectable()
export class MetaWebhooks {
  constructor(
    @Inject(META_CONFIG) private readonly meta: MetaConfig,
    private readonly secrets: AppSecrets,
    private readonly graph: GraphClient,
  ) {}

  capability(commentTime?: WebhookCapability['commentTime']): WebhookCapability {
    return {
      handshake: (query) => this.handshake(query),
      verify: (body, headers) => this.verify(body, headers),
      read: (body) => this.read(body),
      skewMs: () => this.graph.skew.ms,
      ...(commentTime === undefined ? {} : { commentTime }),
    };
  }

  async read(body: Buffer): Promise<WebhookContent> {
    const content: WebhookContent = { comments: [], changes: [], accountsToRefresh: [] };
    // A delivery is one payload or, as in one of Meta's documented samples, a list of payloads.
    for (const payload of listOf(await parse(body))) {
      addPayload(payload, content);
      if (content.comments.length > MAX_COMMENTS_PER_TURN) await nextTurn();
    }
    return content;
  }

  /**
   * Checks the token that Meta sends, which is entered in the app's dashboard, and returns the challenge to
   * confirm the address.
   */
  private handshake(query: Readonly<Record<string, unknown>>): string {
    const expectedToken = this.meta.verifyToken;
    const [mode, token, challenge] = [query['hub.mode'], query['hub.verify_token'], query['hub.challenge']];
    const isHandshake = mode === 'subscribe' && typeof token === 'string' && typeof challenge === 'string';
    if (!isHandshake) {
      throw new PlatformError(
        'rejected',
        'The request is not a webhook verification: a hub parameter is missing.',
      );
    }
    if (expectedToken === null) throw new PlatformError('rejected', 'META_WEBHOOK_VERIFY_TOKEN is not set.');
    if (!isSameText(token, expectedToken)) {
      throw new PlatformError('rejected', 'The verify token differs from META_WEBHOOK_VERIFY_TOKEN.');
    }
    return challenge;
  }

  private verify(body: Buffer, headers: IncomingHttpHeaders): boolean {
    const header = headers['x-hub-signature-256'];
    return isSigned(this.secrets.all, body, typeof header === 'string' ? header : undefined);
  }
}

function addPayload(payload: Fields, content: WebhookContent): void {
  const object = textOf(payload['object']);
  if (object === 'instagram') content.comments.push(...instagramComments(payload));
  if (object !== 'page') return;
  content.comments.push(...facebookComments(payload));
  content.changes.push(...pushedChanges(payload));
  content.accountsToRefresh.push(...pagesToRefresh(payload));
}

/**
 * Parses a signed body. A signed body that is not JSON or has an implausible shape is accepted and ignored,
 * because a redelivery would be the same.
 */
async function parse(body: Buffer): Promise<unknown> {
  try {
    const shape = new JsonShape(WEBHOOK_JSON_BOUNDS);
    for (let from = 0; from < body.length; from += BYTES_PER_STEP) {
      if (from > 0) await nextTurn();
      shape.read(body.subarray(from, from + BYTES_PER_STEP));
    }
    return await parseLongGraphJson(body.toString('utf8'));
  } catch {
    return null;
  }
}
