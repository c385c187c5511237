import { Injectable, Logger } from '@nestjs/common';
import type { OpenConnection, PlatformAdapter } from '@sellary/extension-kit';
import { type BroadcastIds, mergeSources, ShowTransactions, Workspaces } from '../../shows';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { type ConnectionRow, ConnectionStore } from '../connections/connection-store';
import { ConnectionHealth } from '../connections/connection-health';
import { CommentSink } from './comment-sink';
import type { SourceTarget } from './source-target';
import { messageOf } from '../../kernel';

/** An open connection and its row, in which problems are recorded. */
export interface OpenedConnection {
  /** Null for a platform that needs no account. */
  row: ConnectionRow | null;
  connection: OpenConnection;
}

/** Connects a source reader to the rest of the product. */
@Injectable()
export class SourceChannel {
  private readonly log = new Logger('Polling');

  constructor(
    private readonly adapters: AdapterRegistry,
    private readonly store: ConnectionStore,
    private readonly health: ConnectionHealth,
    readonly comments: CommentSink,
    private readonly showTransactions: ShowTransactions,
    private readonly workspaces: Workspaces,
  ) {}

  get platforms(): string[] {
    return this.adapters.all.map(({ id }) => id);
  }

  adapter(target: SourceTarget): PlatformAdapter {
    return this.adapters.get(target.platform);
  }

  /** Opens a source's connection. @returns null if no connection works */
  async open(target: SourceTarget, accountId: string | null): Promise<OpenedConnection | null> {
    if (this.adapter(target).connect === undefined) return { row: null, connection: withoutAccount(target) };
    const row = await this.store.findForSource({ ...target, accountId });
    if (row === null || row.status !== 'active') return null;
    try {
      return { row, connection: this.store.open(row) };
    } catch (error) {
      if (!(await this.health.recordProblem(row, error))) throw error;
      return null;
    }
  }

  recordFailure(opened: OpenedConnection, error: unknown): Promise<boolean> {
    return opened.row === null ? Promise.resolve(false) : this.health.recordProblem(opened.row, error);
  }

  /**
   * Checks the connection and records its state, because the source can be read again after the platform
   * refused access. If the check fails now, it is repeated within a day.
   */
  async recordRecovery({ row }: OpenedConnection): Promise<void> {
    if (row === null) return;
    await this.health
      .check(row)
      .catch((error: unknown) => this.log.warn(`A connection could not be checked: ${messageOf(error)}`));
  }

  async intervalMs(target: SourceTarget): Promise<number> {
    return (await this.workspaces.settings(target.workspaceId)).pollIntervalSeconds * 1000;
  }

  /** Merges the show's two sources of one broadcast. A failure is only logged, because the next check retries. */
  async mergeSources({ workspaceId, showId, platform }: SourceTarget, ids: BroadcastIds): Promise<void> {
    await this.showTransactions
      .run(workspaceId, showId, (show) => mergeSources(show, platform, ids))
      .catch((error: unknown) =>
        this.log.warn(`Two sources of show ${showId} could not be merged: ${messageOf(error)}`),
      );
  }

  /** Records a problem in the show's ledger. If that fails, the failure is logged and reading continues. */
  async recordError(
    target: SourceTarget,
    code: string,
    message: string,
    nextTryAt: number | null,
  ): Promise<void> {
    const context = {
      sourceId: target.id,
      platform: target.platform,
      liveId: target.liveId,
      ...(nextTryAt === null ? {} : { nextTryAt: new Date(nextTryAt).toISOString() }),
    };
    await this.showTransactions
      .run(target.workspaceId, target.showId, async (show) =>
        show.record('error', { code, message, context }),
      )
      .catch((error: unknown) =>
        this.log.warn(`A problem with show ${target.showId} was not recorded: ${messageOf(error)}`),
      );
  }
}

const withoutAccount = ({ id, workspaceId, platform }: SourceTarget): OpenConnection => ({
  id,
  workspaceId,
  platform,
  externalAccountId: platform,
  displayName: platform,
  details: {},
  token: '',
  userToken: null,
});
