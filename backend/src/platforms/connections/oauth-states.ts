import { Injectable } from '@nestjs/common';
import type { PlatformId, UnfinishedSignIn } from '@sellary/contracts';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Principal } from '../../auth';
import { Clock } from '../../kernel';

const LIFETIME_MS = 10 * 60_000;
/** Time for which the console still gives advice about an unfinished sign-in after it expires. */
const ADVICE_PERIOD_MS = 24 * 3_600_000;
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A started platform sign-in: its user, login method, and return address. */
interface StartedSignIn {
  workspaceId: string;
  userId: string;
  sessionId: string;
  login: string;
  redirectUri: string;
}

interface StateRow {
  browser_hash: Buffer;
  workspace_id: string;
  user_id: string;
  session_id: string;
  platform: PlatformId;
  login: string;
  redirect_uri: string;
  expires_at: Date;
}

/**
 * The states of open sign-ins, stored as hashes. Each is valid once, for ten minutes, in the browser that
 * started it.
 */
@Injectable()
export class OauthStates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a started sign-in.
   * @param browserSecret the value of the browser's cookie
   * @returns the state that the platform sends back
   */
  async start(
    principal: Principal,
    browserSecret: string,
    platform: PlatformId,
    login: string,
    redirectUri: string,
  ): Promise<string> {
    const state = randomBytes(32).toString('base64url');
    await this.dataSource.query(
      `INSERT INTO oauth_states (state_hash, browser_hash, workspace_id, user_id, session_id, platform, login, redirect_uri, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        sha256(state),
        sha256(browserSecret),
        principal.workspaceId,
        principal.userId,
        principal.sessionId,
        platform,
        login,
        redirectUri,
        new Date(this.clock.now() + LIFETIME_MS),
      ],
    );
    return state;
  }

  /**
   * Consumes the state, even if the sign-in fails later.
   * @returns null if the state is unknown, used, expired, for another platform, or from another browser
   */
  async finish(state: string, browserSecret: string | null, platform: string): Promise<StartedSignIn | null> {
    const [rows] = await this.dataSource.query<[StateRow[], number]>(
      'UPDATE oauth_states SET finished_at = $2 WHERE state_hash = $1 AND finished_at IS NULL RETURNING *',
      [sha256(state), new Date(this.clock.now())],
    );
    const row = rows[0];
    if (
      row === undefined ||
      browserSecret === null ||
      row.platform !== platform ||
      row.expires_at.getTime() < this.clock.now()
    ) {
      return null;
    }
    if (!timingSafeEqual(row.browser_hash, sha256(browserSecret))) return null;
    return {
      workspaceId: row.workspace_id,
      userId: row.user_id,
      sessionId: row.session_id,
      login: row.login,
      redirectUri: row.redirect_uri,
    };
  }

  /** Lists a user's latest sign-in for each platform and login if the platform has not redirected yet. */
  async listUnfinished(workspaceId: string, userId: string): Promise<UnfinishedSignIn[]> {
    const rows = await this.dataSource.query<Pick<StateRow, 'platform' | 'login' | 'expires_at'>[]>(
      `SELECT platform, login, expires_at FROM (
         SELECT DISTINCT ON (platform, login) platform, login, expires_at, finished_at FROM oauth_states
         WHERE workspace_id = $1 AND user_id = $2 AND expires_at >= $3 ORDER BY platform, login, expires_at DESC
       ) AS latest WHERE finished_at IS NULL ORDER BY expires_at DESC`,
      [workspaceId, userId, new Date(this.clock.now() - ADVICE_PERIOD_MS)],
    );
    return rows.map(({ platform, login, expires_at: expiresAt }) => ({
      platform,
      login,
      startedAt: new Date(expiresAt.getTime() - LIFETIME_MS).toISOString(),
    }));
  }

  async forgetExpired(): Promise<void> {
    await this.dataSource.query('DELETE FROM oauth_states WHERE expires_at < $1', [
      new Date(this.clock.now() - ADVICE_PERIOD_MS),
    ]);
  }
}
