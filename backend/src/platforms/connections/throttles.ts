import { Injectable } from '@nestjs/common';
import type { PlatformError } from '@sellary/extension-kit';
import { DataSource } from 'typeorm';

/** App and account that a call counts against. A platform can throttle either one. */
export interface QuotaOwners {
  app: string;
  accountId: string;
}

const appKey = ({ app }: QuotaOwners): string => `app ${app}`;
const accountKey = ({ app, accountId }: QuotaOwners): string => `account ${app} ${accountId}`;

/**
 * Times until which the platform must not be called, in ms. Shared by all processes, because calls during a
 * throttle extend it.
 */
@Injectable()
export class Throttles {
  /** Throttles that this process recorded. They apply even if storing them failed. */
  private readonly recordedByThisProcess = new Map<string, number>();

  constructor(private readonly dataSource: DataSource) {}

  async record(owners: QuotaOwners, scope: PlatformError['scope'], until: number): Promise<void> {
    const keys = [accountKey(owners), ...(scope === 'app' ? [appKey(owners)] : [])];
    for (const key of keys) {
      this.recordedByThisProcess.set(key, Math.max(this.recordedByThisProcess.get(key) ?? 0, until));
    }
    await this.dataSource.query(
      `INSERT INTO throttles AS t (scope, until) SELECT s, $2 FROM unnest($1::text[]) AS s
       ON CONFLICT (scope) DO UPDATE SET until = greatest(t.until, excluded.until)`,
      [keys, new Date(until)],
    );
  }

  /** @returns a time that may be in the past, or 0 if there was never a throttle */
  async throttledUntil(owners: QuotaOwners): Promise<number> {
    const keys = [appKey(owners), accountKey(owners)];
    const [row] = await this.dataSource.query<{ until: Date | null }[]>(
      'SELECT max(until) AS until FROM throttles WHERE scope = ANY($1)',
      [keys],
    );
    return Math.max(
      row?.until?.getTime() ?? 0,
      ...keys.map((key) => this.recordedByThisProcess.get(key) ?? 0),
    );
  }
}
