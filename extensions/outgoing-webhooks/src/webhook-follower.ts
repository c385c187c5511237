import { Injectable } from '@nestjs/common';
import {
  type FollowedEvent,
  type FollowerTransaction,
  OnShowEvent,
  OutgoingQueue,
} from '@sellary/extension-kit';
import { EVENT_TYPES, type EventType } from './event-types';
import { WebhookSender } from './webhook-sender';

/** Maximum number of calls to one endpoint per minute. */
const MAX_CALLS_PER_MINUTE = 600;

/** Enqueues each ledger row for every endpoint that wants its type. */
@Injectable()
export class WebhookFollower {
  constructor(private readonly queue: OutgoingQueue) {}

  @OnShowEvent(...EVENT_TYPES)
  async enqueue(event: FollowedEvent<EventType>, tx: FollowerTransaction): Promise<void> {
    const { workspaceId, showId, seq, type, at, by, data, deliveryId } = event;
    const endpoints = await tx.query<{ id: string }>(
      `SELECT id FROM x_outgoing_webhooks_endpoints
       WHERE workspace_id = $1 AND enabled AND (event_types = '{}' OR $2 = ANY(event_types)) ORDER BY created_at, id`,
      [workspaceId, type],
    );
    for (const { id } of endpoints) {
      const content = { workspaceId, showId, seq, ...(by === undefined ? {} : { by }), event: data };
      await this.queue.enqueue(
        WebhookSender,
        {
          workspaceId,
          key: `msg_${deliveryId}_${id}`,
          payload: { endpointId: id, webhook: { type, timestamp: at, data: content } },
          channel: id,
          order: showId,
          maxPerMinute: MAX_CALLS_PER_MINUTE,
        },
        tx,
      );
    }
  }
}
