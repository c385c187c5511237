import type { ShowEvent } from '@sellary/contracts';
import type { FollowedEvent } from '@sellary/extension-kit';
import { createHash } from 'node:crypto';
import type { Tx } from '../../kernel';
import { inIsolation } from '../host/isolated-call';
import type { Follower } from './follower';
import { OpenTransaction } from './open-transaction';

/** A row's workspace and show, and the attempt number. */
export type DeliveryContext = Pick<FollowedEvent, 'workspaceId' | 'showId' | 'attempt'>;

/**
 * Calls a row's handlers one after another, each inside the caller's transaction.
 * @throws what a handler threw, or an error that names the handler that took too long
 */
export async function deliver(
  follower: Follower,
  row: ShowEvent,
  context: DeliveryContext,
  tx: Tx,
): Promise<void> {
  const event: FollowedEvent = {
    ...row,
    ...context,
    deliveryId: deliveryId(follower.id, context.showId, row.seq),
  };
  let isFirst = true;
  for (const { types, call, method } of follower.handlers) {
    if (!types.has(event.type)) continue;
    // Restarts PostgreSQL's idle-in-transaction timeout, so that the waits of two handlers do not add up.
    if (!isFirst) await tx.query('SELECT 1');
    isFirst = false;
    const access = new OpenTransaction(tx);
    try {
      await inIsolation(follower.extension, `${follower.id}.${method}`, () => call(event, access));
    } finally {
      access.close();
    }
  }
}

/**
 * Returns a row's id for a follower, which is the same on every delivery and different for other rows and
 * followers.
 */
const deliveryId = (follower: string, showId: string, seq: number): string =>
  createHash('sha256').update(`${follower}\n${showId}\n${seq}`).digest('base64url').slice(0, 22);
