import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { Role, Session } from '@sellary/contracts';
import { ApiError, APP_CONFIG, type AppConfig, Clock, isUuid, recordAudit, Transactions, type Tx, uuidV7 } from '../../kernel';
import { Access } from '../access/access';
import type { Principal } from '../access/principal';

export const ACCESS_SECONDS = 15 * 60;
export const REFRESH_SECONDS = 7 * 24 * 3_600;
/** How long a browser's previous token stays good: two tabs may have read the same cookie. */
const COOKIE_GRACE_MS = 10_000;

interface TokenRow {
  family_id: string;
  user_id: string;
  workspace_id: string;
  expires_at: Date;
  rotated_at: Date | null;
  revoked_at: Date | null;
}

interface Holder {
  userId: string;
  workspaceId: string;
}

const refused = (): ApiError =>
  new ApiError('INVALID_REFRESH_TOKEN', 'The refresh token is unknown, used, expired or revoked. Sign in again.');

/** What the audit log says of a person's own session. */
export const ofPerson = (workspaceId: string, actor: { id: string; name: string }, action: string) => ({
  workspaceId,
  actor,
  action,
  entityType: 'user',
  entityId: actor.id,
});

/** Issues, rotates and revokes sessions. A session is a family of refresh tokens: use of an old one revokes them all. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly transactions: Transactions,
    private readonly jwt: JwtService,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /** Starts a session inside the caller's transaction. @throws ApiError NOT_FOUND where the person is no member. */
  async start(tx: Tx, holder: Holder): Promise<Session> {
    const session = await this.issue(tx, holder, uuidV7());
    if (session === null) throw ApiError.notFound('workspace');
    return session;
  }

  /** Exchanges a refresh token for a new pair. `fromCookie` allows the two-tab grace. @throws ApiError INVALID_REFRESH_TOKEN */
  async refresh(token: string, fromCookie: boolean): Promise<Session> {
    const claims = await this.jwt
      .verifyAsync<{ jti?: unknown }>(token, { secret: this.config.jwtRefreshSecret, algorithms: ['HS256'] })
      .catch(() => null);
    const id = claims?.jti;
    if (!isUuid(id)) throw refused();
    const outcome = await this.transactions.run((tx) => this.rotate(tx, id, fromCookie));
    if ('reusedBy' in outcome) {
      this.access.announceChange(outcome.reusedBy);
      throw refused();
    }
    return outcome;
  }

  /** Ends the session of whoever asks. */
  async revoke(principal: Principal): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.revokeFamily(tx, principal.sessionId);
      await this.audit(tx, principal, principal.workspaceId, 'session.logout');
    });
    this.access.announceChange(principal.userId);
  }

  /** Ends the session and starts one in another workspace of the same person. @throws ApiError NOT_FOUND where the person is no member. */
  async switchWorkspace(principal: Principal, workspaceId: string): Promise<Session> {
    const session = await this.transactions.run(async (tx) => {
      const next = await this.start(tx, { userId: principal.userId, workspaceId });
      await this.revokeFamily(tx, principal.sessionId);
      await this.audit(tx, principal, workspaceId, 'session.switch');
      return next;
    });
    this.access.announceChange(principal.userId);
    return session;
  }

  private audit(tx: Tx, principal: Principal, workspaceId: string, action: string): Promise<unknown> {
    const actor = { id: principal.userId, name: principal.name };
    return recordAudit(tx, { ...ofPerson(workspaceId, actor, action), at: this.clock.iso() });
  }

  private async rotate(tx: Tx, id: string, fromCookie: boolean): Promise<Session | { reusedBy: string }> {
    const rows = await tx.query<TokenRow>('SELECT * FROM refresh_tokens WHERE id = $1 FOR UPDATE', [id]);
    const row = rows[0];
    const now = this.clock.now();
    if (row === undefined || row.revoked_at !== null || row.expires_at.getTime() <= now) throw refused();
    if (row.rotated_at !== null && !(fromCookie && now - row.rotated_at.getTime() <= COOKIE_GRACE_MS)) {
      await this.revokeFamily(tx, row.family_id);
      return { reusedBy: row.user_id };
    }
    await tx.query('UPDATE refresh_tokens SET rotated_at = coalesce(rotated_at, $2) WHERE id = $1', [id, new Date(now)]);
    const session = await this.issue(tx, { userId: row.user_id, workspaceId: row.workspace_id }, row.family_id);
    // A removed member's console learns by this that the session is over; it must not take it for a server in trouble.
    if (session === null) throw refused();
    return session;
  }

  /** @returns null where the person is no member. */
  private async issue(tx: Tx, holder: Holder, familyId: string): Promise<Session | null> {
    const [person] = await tx.query<{ email: string; name: string; role: Role; workspace: string }>(
      `SELECT u.email, u.name, m.role, w.name AS workspace FROM users u JOIN memberships m ON m.user_id = u.id JOIN workspaces w ON w.id = m.workspace_id
       WHERE u.id = $1 AND w.id = $2`,
      [holder.userId, holder.workspaceId],
    );
    if (person === undefined) return null;
    const now = this.clock.now();
    const id = uuidV7(now);
    await tx.query(
      `INSERT INTO refresh_tokens (id, family_id, user_id, workspace_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, familyId, holder.userId, holder.workspaceId, new Date(now), new Date(now + REFRESH_SECONDS * 1000)],
    );
    const [accessToken, refreshToken] = await Promise.all([
      this.jwt.signAsync({ sub: holder.userId, ws: holder.workspaceId, sid: familyId, jti: uuidV7(now) }, { expiresIn: ACCESS_SECONDS }),
      this.jwt.signAsync({ sub: holder.userId, jti: id }, { secret: this.config.jwtRefreshSecret, expiresIn: REFRESH_SECONDS }),
    ]);
    return {
      accessToken,
      refreshToken,
      expiresIn: ACCESS_SECONDS,
      user: { id: holder.userId, email: person.email, name: person.name },
      workspace: { id: holder.workspaceId, name: person.workspace, role: person.role },
    };
  }

  private revokeFamily(tx: Tx, familyId: string): Promise<unknown> {
    return tx.query('UPDATE refresh_tokens SET revoked_at = $2 WHERE family_id = $1 AND revoked_at IS NULL', [
      familyId,
      new Date(this.clock.now()),
    ]);
  }
}
