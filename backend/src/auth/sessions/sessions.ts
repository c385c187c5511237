import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { AuditAction, Session } from '@sellary/contracts';
import {
  ApiError,
  APP_CONFIG,
  type AppConfig,
  Clock,
  isUuid,
  recordAudit,
  Transactions,
  type Tx,
  uuidV7,
} from '../../kernel';
import { Access } from '../access/access';
import { actorOf, type Principal } from '../access/principal';
import {
  addToken,
  type EndedSession,
  lockUser,
  type SessionMember,
  readMember,
  readNewestToken,
  readSessionOf,
  readToken,
  type SessionRow,
  type TokenRow,
} from './session-rows';
import { networkOf } from '../limits/network';
import type { Visitor } from './visitor';
import { AUTH_SECTION } from '../auth.config';

const ACCESS_TOKEN_SECONDS = 15 * 60;
export const REFRESH_TOKEN_SECONDS = 7 * 24 * 3_600;
/** A session ends after this time even if it is used, so that a stolen session ends too. */
const MAX_SESSION_SECONDS = 30 * 24 * 3_600;
/** Time for which a browser's previous token stays valid, because two tabs may have read the same cookie. */
const COOKIE_GRACE_MS = 10_000;

interface Holder {
  userId: string;
  workspaceId: string;
}

const refusal = (): ApiError =>
  new ApiError(
    'INVALID_REFRESH_TOKEN',
    'The refresh token is invalid, expired, revoked, or already used. Sign in again.',
  );

/** Starts, refreshes, and ends sessions. Reusing a refresh token after its exchange ends its session. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly transactions: Transactions,
    private readonly jwt: JwtService,
    private readonly clock: Clock,
    private readonly access: Access,
  ) {}

  /**
   * Starts a session in the caller's transaction. `earlier` is the session to replace. The new session ends
   * when the earlier session would have ended.
   * @throws ApiError NOT_FOUND if the user is not a member
   */
  async start(
    tx: Tx,
    { userId, workspaceId }: Holder,
    visitor: Visitor,
    earlier?: SessionRow,
  ): Promise<Session> {
    // Locked, so that a simultaneous removal either finds this session and ends it, or has already removed
    // the membership.
    const member = await readMember(tx, userId, workspaceId, 'FOR KEY SHARE OF m');
    if (member === null) throw ApiError.notFound('workspace');
    const now = this.clock.now();
    const session: SessionRow = {
      id: uuidV7(now),
      user_id: userId,
      workspace_id: workspaceId,
      created_at: earlier?.created_at ?? new Date(now),
      expires_at: earlier?.expires_at ?? new Date(now + MAX_SESSION_SECONDS * 1000),
      ended_at: null,
    };
    await tx.query(
      `INSERT INTO sessions (id, user_id, workspace_id, device, address, network, created_at, last_used_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        session.id,
        userId,
        workspaceId,
        visitor.device,
        visitor.address,
        networkOf(visitor.address),
        session.created_at,
        new Date(now),
        session.expires_at,
      ],
    );
    return this.issueSession(session, member, await this.addToken(tx, session));
  }

  /**
   * Exchanges a refresh token for a new pair. `fromCookie`: the token came from the cookie, so another tab
   * may have just exchanged it.
   * @throws ApiError INVALID_REFRESH_TOKEN
   */
  async refresh(token: string, fromCookie: boolean, visitor: Visitor): Promise<Session> {
    const claims = await this.jwt
      .verifyAsync<{ jti?: unknown }>(token, {
        secret: this.config.sections.get(AUTH_SECTION).jwtRefreshSecret,
        algorithms: ['HS256'],
      })
      .catch(() => null);
    const id = claims?.jti;
    if (!isUuid(id)) throw refusal();
    const outcome = await this.transactions.run((tx) => this.rotate(tx, id, fromCookie, visitor));
    if ('reusedTokenOf' in outcome) {
      this.access.announceChange(outcome.reusedTokenOf);
      throw refusal();
    }
    return outcome;
  }

  /** Ends the caller's session. */
  async logout(principal: Principal): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.end(tx, 'id = $2', [principal.sessionId]);
      await this.audit(tx, principal.workspaceId, principal, 'session.logout');
    });
    this.access.announceChange(principal.userId);
  }

  /**
   * Ends the session and starts one in another of the user's workspaces.
   * @throws ApiError NOT_FOUND if the user is not a member
   */
  async switchWorkspace(principal: Principal, workspaceId: string, visitor: Visitor): Promise<Session> {
    const session = await this.transactions.run(async (tx) => {
      const next = await this.replace(tx, principal, workspaceId, visitor);
      await this.audit(tx, workspaceId, principal, 'session.switch');
      return next;
    });
    this.access.announceChange(principal.userId);
    return session;
  }

  /**
   * Replaces the caller's session with a new one. Call `Access.announceChange` after the transaction.
   * @throws ApiError NOT_FOUND, UNAUTHENTICATED
   */
  async replace(tx: Tx, principal: Principal, workspaceId: string, visitor: Visitor): Promise<Session> {
    await lockUser(tx, principal.userId);
    const [earlier] = await tx.query<SessionRow>(
      'SELECT * FROM sessions WHERE id = $1 AND ended_at IS NULL FOR UPDATE',
      [principal.sessionId],
    );
    if (earlier === undefined) {
      throw new ApiError('UNAUTHENTICATED', 'Your session has ended. Sign in again.');
    }
    const next = await this.start(tx, { userId: principal.userId, workspaceId }, visitor, earlier);
    await this.end(tx, 'id = $2', [principal.sessionId]);
    return next;
  }

  /** Ends the open sessions that match `where`. Its parameters start at $2. */
  end(tx: Tx, where: string, parameters: unknown[]): Promise<EndedSession[]> {
    return tx.query<EndedSession>(
      `UPDATE sessions SET ended_at = $1 WHERE ${where} AND ended_at IS NULL RETURNING id, workspace_id, device, address`,
      [new Date(this.clock.now()), ...parameters],
    );
  }

  /** Adds an audit entry about a user's own session. */
  audit(
    tx: Tx,
    workspaceId: string,
    user: Pick<Principal, 'userId' | 'name'>,
    action: AuditAction,
    after?: object,
  ): Promise<unknown> {
    return recordAudit(tx, {
      workspaceId,
      actor: actorOf(user),
      action,
      entityType: 'user',
      entityId: user.userId,
      after,
      at: this.clock.iso(),
    });
  }

  private async rotate(
    tx: Tx,
    id: string,
    fromCookie: boolean,
    visitor: Visitor,
  ): Promise<Session | { reusedTokenOf: string }> {
    const session = await readSessionOf(tx, id);
    const now = this.clock.now();
    if (session === null || session.ended_at !== null || session.expires_at.getTime() <= now) throw refusal();
    const member = await readMember(tx, session.user_id, session.workspace_id);
    // In the console, a removed member must see that the session has ended, not a server error.
    if (member === null) throw refusal();
    // The session is locked here, so simultaneous exchanges run one after another, and each sees the result
    // of the previous one.
    const token = await readToken(tx, id);
    if (token === null || token.expires_at.getTime() <= now) throw refusal();
    if (token.rotated_at === null) return this.exchange(tx, token, session, member, visitor);
    if (fromCookie && now - token.rotated_at.getTime() <= COOKIE_GRACE_MS) {
      return this.issueSession(session, member, await readNewestToken(tx, session.id));
    }
    await this.end(tx, 'id = $2', [session.id]);
    const user = { userId: session.user_id, name: member.name };
    const { address, device } = visitor;
    await this.audit(tx, session.workspace_id, user, 'session.reuse', { address, device });
    return { reusedTokenOf: session.user_id };
  }

  private async exchange(
    tx: Tx,
    token: TokenRow,
    session: SessionRow,
    member: SessionMember,
    visitor: Visitor,
  ): Promise<Session> {
    const now = new Date(this.clock.now());
    await tx.query('UPDATE refresh_tokens SET rotated_at = $2 WHERE id = $1', [token.id, now]);
    await tx.query(
      'UPDATE sessions SET last_used_at = $2, address = $3, network = $4, device = $5 WHERE id = $1',
      [session.id, now, visitor.address, networkOf(visitor.address), visitor.device],
    );
    return this.issueSession(session, member, await this.addToken(tx, session));
  }

  private addToken(tx: Tx, session: SessionRow): Promise<TokenRow> {
    const now = this.clock.now();
    const expiresAt = new Date(Math.min(now + REFRESH_TOKEN_SECONDS * 1000, session.expires_at.getTime()));
    return addToken(tx, {
      id: uuidV7(now),
      family_id: session.id,
      created_at: new Date(now),
      expires_at: expiresAt,
      rotated_at: null,
    });
  }

  private async issueSession(session: SessionRow, member: SessionMember, token: TokenRow): Promise<Session> {
    const [accessToken, refreshToken] = await Promise.all([
      this.jwt.signAsync(
        { sub: session.user_id, ws: session.workspace_id, sid: session.id, jti: uuidV7(this.clock.now()) },
        { expiresIn: ACCESS_TOKEN_SECONDS },
      ),
      // The refresh token does not contain the current time, so that two tabs with the same cookie get the
      // same successor.
      this.jwt.signAsync(
        {
          sub: session.user_id,
          jti: token.id,
          iat: epochSeconds(token.created_at),
          exp: epochSeconds(token.expires_at),
        },
        { secret: this.config.sections.get(AUTH_SECTION).jwtRefreshSecret },
      ),
    ]);
    return {
      accessToken,
      refreshToken,
      expiresIn: ACCESS_TOKEN_SECONDS,
      user: { id: session.user_id, email: member.email, name: member.name, language: member.language },
      workspace: { id: session.workspace_id, name: member.workspace, role: member.role },
    };
  }
}

const epochSeconds = (time: Date): number => Math.floor(time.getTime() / 1000);
