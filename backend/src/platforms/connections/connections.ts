import { Injectable, Logger } from '@nestjs/common';
import type { AuditAction, BroadcastList, Connection, ConnectionList, PlatformId } from '@sellary/contracts';
import {
  type GrantedAccount,
  type OpenConnection,
  type PlatformAdapter,
  PlatformError,
} from '@sellary/extension-kit';
import { actorOf, type Principal } from '../../auth';
import {
  ApiError,
  Clock,
  decodeCursor,
  DEFAULT_PAGE_SIZE,
  messageOf,
  recordAudit,
  toPage,
  Transactions,
} from '../../kernel';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { ConnectionHealth } from './connection-health';
import { type ConnectionRow, ConnectionStore } from './connection-store';
import { WebhookSubscriptions } from './webhook-subscriptions';
import { asBroadcast } from '../adapter/broadcasts';

const DAY_MS = 24 * 3_600_000;

/** Lists, stores, and disconnects a workspace's accounts. */
@Injectable()
export class Connections {
  private readonly log = new Logger('Connections');

  constructor(
    private readonly store: ConnectionStore,
    private readonly adapters: AdapterRegistry,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly health: ConnectionHealth,
    private readonly webhooks: WebhookSubscriptions,
  ) {}

  async list(
    { workspaceId }: Principal,
    query: { limit?: number; cursor?: string },
  ): Promise<Omit<ConnectionList, 'unfinished'>> {
    const limit = query.limit ?? DEFAULT_PAGE_SIZE;
    const rows = await this.store.page(workspaceId, decodeCursor(query.cursor), limit + 1);
    const page = toPage(rows, limit, (row) => ({ sortValue: row.created_at.toISOString(), id: row.id }));
    return {
      connections: page.rows.map((row) => this.toConnection(row)),
      nextCursor: page.nextCursor,
    };
  }

  /** @throws ApiError NOT_FOUND, CONNECTION_EXPIRED, PLATFORM_ERROR */
  async listBroadcasts(workspaceId: string, id: string): Promise<BroadcastList> {
    return this.withConnection(workspaceId, id, async (connection, { discover }) => ({
      lives: ((await discover?.listBroadcasts(connection)) ?? []).map(asBroadcast),
    }));
  }

  /**
   * Stores the accounts to which a person has granted access, and subscribes to their webhooks. A failure to
   * subscribe is only recorded, because polling works without webhooks.
   * @returns the ids of the connections
   */
  async saveAccounts(
    principal: Principal,
    platform: PlatformId,
    accounts: GrantedAccount[],
  ): Promise<string[]> {
    const ids = await this.transactions.run(async (tx) => {
      const at = this.clock.iso();
      const saved: string[] = [];
      for (const account of accounts) {
        const id = await this.store.save(tx, principal.workspaceId, account, platform, at);
        const { externalAccountId, displayName, scopes, details } = account;
        const login = this.loginOf(platform, details);
        await recordAudit(tx, {
          ...auditEntry(principal, 'connection.connect', id, at),
          after: { platform, externalAccountId, displayName, scopes, login },
        });
        saved.push(id);
      }
      return saved;
    });
    await this.webhooks.subscribeAll(accounts.map(({ webhookTarget }) => webhookTarget));
    return ids;
  }

  /**
   * Deletes the connection and its token, and revokes the grant at the platform if no other active connection
   * uses it. If the platform fails, the failure is only logged. A show that uses the account reports a
   * problem until the account is reconnected.
   * @throws ApiError NOT_FOUND
   */
  async disconnect(principal: Principal, id: string): Promise<void> {
    const row = await this.transactions.run(async (tx) => {
      const connection = await this.store.find(principal.workspaceId, id, tx);
      if (connection === null) throw ApiError.notFound('connection');
      const deleted = await tx.query('DELETE FROM social_connections WHERE id = $1 RETURNING id', [id]);
      // Another call may have disconnected it in the meantime.
      if (deleted.length === 0) throw ApiError.notFound('connection');
      await recordAudit(tx, {
        ...auditEntry(principal, 'connection.disconnect', id, this.clock.iso()),
        before: {
          platform: connection.platform,
          externalAccountId: connection.external_account_id,
          displayName: connection.display_name,
        },
      });
      return connection;
    });
    await this.releaseAtPlatform(row);
  }

  /**
   * Checks now whether the platform sends webhooks for the account.
   * @throws ApiError NOT_FOUND, CONNECTION_EXPIRED
   */
  async checkWebhooks(workspaceId: string, id: string): Promise<Connection> {
    const row = await this.getActiveRow(workspaceId, id);
    await this.webhooks.checkAll([row.webhook_target]);
    return this.toConnection(await this.getRow(workspaceId, id));
  }

  /**
   * Subscribes to the account's webhooks again; the result is stored in the connection.
   * @throws ApiError NOT_FOUND, CONNECTION_EXPIRED, UNAVAILABLE
   */
  async subscribe(principal: Principal, id: string): Promise<Connection> {
    const row = await this.getActiveRow(principal.workspaceId, id);
    await this.webhooks.subscribe(row.webhook_target);
    const updated = await this.getRow(principal.workspaceId, id);
    await this.transactions.run((tx) =>
      recordAudit(tx, {
        ...auditEntry(principal, 'connection.subscribe', id, this.clock.iso()),
        before: { webhooks: row.webhook_state },
        after: { webhooks: updated.webhook_state },
      }),
    );
    return this.toConnection(updated);
  }

  /**
   * Runs `work` with the connection's tokens, and records sign-in problems and throttles.
   * @throws ApiError NOT_FOUND, CONNECTION_EXPIRED, PLATFORM_ERROR
   */
  async withConnection<T>(
    workspaceId: string,
    id: string,
    work: (connection: OpenConnection, adapter: PlatformAdapter) => Promise<T>,
  ): Promise<T> {
    const row = await this.getActiveRow(workspaceId, id);
    const throttledUntil = await this.health.throttledUntil(row);
    if (throttledUntil !== null) throw throttledError(throttledUntil);
    try {
      return await work(this.store.open(row), this.adapters.get(row.platform));
    } catch (error) {
      if (error instanceof ApiError) throw error;
      if (await this.health.recordProblem(row, error)) throw expiredError(row);
      if (error instanceof PlatformError && error.kind === 'throttled') {
        await this.health.recordThrottle(row, error);
      }
      throw toApiError(error);
    }
  }

  private async getRow(workspaceId: string, id: string): Promise<ConnectionRow> {
    const row = await this.store.find(workspaceId, id);
    if (row === null) throw ApiError.notFound('connection');
    return row;
  }

  private async getActiveRow(workspaceId: string, id: string): Promise<ConnectionRow> {
    const row = await this.getRow(workspaceId, id);
    if (row.status !== 'active') throw expiredError(row);
    return row;
  }

  private async releaseAtPlatform(row: ConnectionRow): Promise<void> {
    await this.webhooks
      .release(row)
      .catch((error: unknown) => this.log.warn(`Webhooks could not be unsubscribed: ${messageOf(error)}`));
    if (row.encrypted_token === '') return;
    try {
      // Checked last, because the person may have signed in again in the meantime.
      if (await this.isGrantUsed(row)) return;
      await this.adapters.get(row.platform).connect?.revoke(this.store.open(row));
    } catch (error) {
      this.log.warn(`The platform did not revoke a grant: ${messageOf(error)}`);
    }
  }

  private async isGrantUsed({ grant_id }: ConnectionRow): Promise<boolean> {
    if (grant_id === null) return false;
    const rows = await this.transactions.run((tx) => this.store.findByGrants(tx, [grant_id]));
    return rows.some(({ status }) => status === 'active');
  }

  private loginOf(platform: PlatformId, details: unknown): string {
    return this.adapters.find(platform)?.connect?.loginOf(details) ?? platform;
  }

  private toConnection(row: ConnectionRow): Connection {
    const { token_expires_at: expiresAt } = row;
    const msLeft = expiresAt === null ? null : expiresAt.getTime() - this.clock.now();
    const needs = this.adapters.find(row.platform)?.connect?.needs(row.details) ?? [];
    // If the platform reported no permissions, none is known to be missing.
    const missingScopes = row.scopes.length === 0 ? [] : needs.filter((scope) => !row.scopes.includes(scope));
    const status = row.status === 'active' && msLeft !== null && msLeft <= 0 ? 'expired' : row.status;
    return {
      id: row.id,
      platform: row.platform,
      externalAccountId: row.external_account_id,
      displayName: row.display_name,
      status,
      tokenExpiresAt: expiresAt?.toISOString() ?? null,
      daysLeft: msLeft === null ? null : Math.max(0, Math.floor(msLeft / DAY_MS)),
      scopes: row.scopes,
      createdAt: row.created_at.toISOString(),
      login: this.loginOf(row.platform, row.details),
      missingScopes,
      problem: row.problem ?? problemOf(status, missingScopes),
      webhooks: {
        state: row.webhook_state,
        problem: row.webhook_problem,
        checkedAt: row.webhook_checked_at?.toISOString() ?? null,
      },
    };
  }
}

function problemOf(status: Connection['status'], missing: string[]): string | null {
  if (status === 'expired') return 'The sign-in has expired. Connect the account again.';
  if (missing.length === 0) return null;
  return `Some permissions are missing: without ${missing.join(', ')}, comments or their authors stay hidden. Connect the account again and allow everything.`;
}

const expiredError = (row: ConnectionRow): ApiError =>
  new ApiError(
    'CONNECTION_EXPIRED',
    `${row.display_name} must be connected again because the platform no longer accepts its sign-in.`,
  );

const throttledError = (until: number): ApiError =>
  new ApiError(
    'PLATFORM_ERROR',
    `The platform is throttling this app. Try again after ${new Date(until).toISOString().slice(11, 16)} UTC.`,
  );

/** Describes a platform error for users. @throws the error if a platform did not cause it */
export function toApiError(error: unknown): ApiError {
  if (!(error instanceof PlatformError)) throw error;
  const advice: Partial<Record<PlatformError['kind'], string>> = {
    throttled: 'The platform is throttling this app. Try again in a few minutes.',
    permission: 'A permission is missing. Under Connections, connect the account again and allow everything.',
    transient: 'Try again in a moment.',
    'held-back': 'The platform will lift this restriction automatically. Try again later.',
  };
  return new ApiError(
    'PLATFORM_ERROR',
    [error.forPeople, advice[error.kind]].filter((part) => part !== undefined).join(' '),
  );
}

const auditEntry = (principal: Principal, action: AuditAction, id: string, at: string) => ({
  workspaceId: principal.workspaceId,
  actor: actorOf(principal),
  action,
  entityType: 'connection' as const,
  entityId: id,
  at,
});
