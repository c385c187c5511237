import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { ApiError } from '../../kernel';

/** Longer than the calls to the platform normally take for one change. */
const LEASE_SECONDS = 90;
const RETRY_AFTER_MS = 100;
const MAX_TRIES = 300;

/**
 * Allows one change at a time to a page's webhooks, across all processes. It uses a lease because the
 * platform calls take seconds, and a lock would keep a transaction and its connection open for that long.
 */
@Injectable()
export class WebhookLeases {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws ApiError UNAVAILABLE if the lease is not free within half a minute */
  async withLease<T>(target: string, work: () => Promise<T>): Promise<T> {
    const owner = randomUUID();
    await this.acquire(target, owner);
    try {
      return await work();
    } finally {
      await this.dataSource.query('DELETE FROM webhook_leases WHERE target = $1 AND owner = $2', [
        target,
        owner,
      ]);
    }
  }

  private async acquire(target: string, owner: string): Promise<void> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const rows = await this.dataSource.query<unknown[]>(
        `INSERT INTO webhook_leases AS l (target, owner, until) VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3))
         ON CONFLICT (target) DO UPDATE SET owner = excluded.owner, until = excluded.until WHERE l.until < clock_timestamp() RETURNING target`,
        [target, owner, LEASE_SECONDS],
      );
      if (rows.length > 0) return;
      await wait(RETRY_AFTER_MS);
    }
    throw new ApiError(
      'UNAVAILABLE',
      "Another request is changing this account's instant updates. Try again in a minute.",
    );
  }
}
