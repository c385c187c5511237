import type { ShowEvent } from '@sellary/contracts';
import type { FollowedEvent, FollowerTransaction } from '@sellary/extension-kit';
import { createHash } from 'node:crypto';
import { after, type Tx } from '../../kernel';
import type { Follower } from './follower';

/** Maximum duration of one call of a handler. */
export const MAX_HANDLING_MS = 10_000;

/**
 * Calls the handlers of a row one after the other, each inside the caller's transaction.
 * @throws what a handler threw, or an error that names the one that took too long
 */
export async function deliver(follower: Follower, event: FollowedEvent, tx: Tx): Promise<void> {
  for (const { types, call, method } of follower.handlers) {
    if (!types.has(event.type)) continue;
    const access = new OpenTransaction(tx);
    try {
      await inTime(
        Promise.resolve().then(() => call(event, access)),
        `${follower.id}.${method}`,
      );
    } finally {
      access.close();
    }
  }
}

export const followedEvent = (
  follower: Follower,
  event: ShowEvent,
  place: { workspaceId: string; showId: string; attempt: number },
): FollowedEvent => ({ ...event, ...place, deliveryId: deliveryId(follower.id, place.showId, event.seq) });

/** Equal for every delivery of a row to a follower, and different for all others. */
export const deliveryId = (follower: string, showId: string, seq: number): string =>
  createHash('sha256').update(`${follower}\n${showId}\n${seq}`).digest('base64url').slice(0, 22);

/** The transaction for as long as its handler runs: one that was given up must not write later. */
class OpenTransaction implements FollowerTransaction {
  private isOpen = true;

  constructor(private readonly tx: Tx) {}

  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]> {
    if (!this.isOpen) return Promise.reject(new Error('The handler of this row has ended.'));
    return this.tx.query<Row>(sql, parameters);
  }

  close(): void {
    this.isOpen = false;
  }
}

async function inTime(work: Promise<unknown>, name: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = after(name, MAX_HANDLING_MS, () =>
      reject(new Error(`${name} took longer than ${MAX_HANDLING_MS / 1000} seconds.`)),
    );
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
