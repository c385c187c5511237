import { Injectable } from '@nestjs/common';
import type { SessionList } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { ApiError, Clock, Transactions, type Tx } from '../../kernel';
import type { Principal } from '../access/principal';
import { type EndedSession, lockUser } from './session-rows';
import { REFRESH_TOKEN_SECONDS, Sessions } from './sessions';

const MAX_LISTED = 200;

interface ListedRow {
  id: string;
  device: string;
  address: string;
  created_at: Date;
  last_used_at: Date;
}

/** Lists and ends a user's own sessions. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Sessions that can still be used, most recently used first. */
  async list(principal: Principal): Promise<SessionList> {
    const now = this.clock.now();
    const rows = await this.dataSource.query<ListedRow[]>(
      `SELECT id, device, address, created_at, last_used_at FROM sessions
       WHERE user_id = $1 AND ended_at IS NULL AND expires_at > $2 AND last_used_at > $3 ORDER BY last_used_at DESC, id DESC LIMIT $4`,
      [principal.userId, new Date(now), new Date(now - REFRESH_TOKEN_SECONDS * 1000), MAX_LISTED],
    );
    return {
      sessions: rows.map(({ id, device, address, created_at, last_used_at }) => ({
        id,
        device,
        address,
        createdAt: created_at.toISOString(),
        lastUsedAt: last_used_at.toISOString(),
        current: id === principal.sessionId,
      })),
    };
  }

  /**
   * Ends one session.
   * @throws ApiError NOT_FOUND (also if it has already ended, or belongs to another user)
   */
  async end(principal: Principal, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const endedSessions = await this.sessions.end(tx, 'user_id = $2 AND id = $3', [principal.userId, id]);
      if (endedSessions.length === 0) throw ApiError.notFound('session');
      await this.record(tx, principal, endedSessions);
    });
  }

  /** Ends all of the user's sessions except the current one. */
  async endOthers(principal: Principal): Promise<void> {
    await this.transactions.run(async (tx) => {
      await lockUser(tx, principal.userId);
      await this.record(
        tx,
        principal,
        await this.sessions.end(tx, 'user_id = $2 AND id <> $3', [principal.userId, principal.sessionId]),
      );
    });
  }

  /** Adds one audit entry per workspace, even for hundreds of sessions. */
  private async record(tx: Tx, principal: Principal, endedSessions: EndedSession[]): Promise<void> {
    for (const workspaceId of new Set(endedSessions.map((session) => session.workspace_id))) {
      const sessions = endedSessions.filter((session) => session.workspace_id === workspaceId);
      await this.sessions.audit(tx, workspaceId, principal, 'session.end', {
        sessionsEnded: sessions.length,
        devices: [...new Set(sessions.map(({ device }) => device))],
      });
    }
  }
}
