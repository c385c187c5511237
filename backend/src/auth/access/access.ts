import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Clock, ProcessSignals, isUuid, poolReader } from '../../kernel';
import { Subject, filter, map, merge } from 'rxjs';
import { DataSource } from 'typeorm';
import type { AccessClaims, Principal } from './principal';

type SessionKey = Pick<Principal, 'userId' | 'workspaceId' | 'sessionId'>;

/**
 * Decides whether an access token is still valid, based on its signature, its session, and its user's
 * membership. Used by HTTP and sockets.
 */
@Injectable()
export class Access {
  private readonly localChanges = new Subject<string>();
  /**
   * Ids of users whose sessions or roles have changed, in this process or another. Code that holds open
   * connections checks these users again.
   */
  readonly changedUserIds = merge(
    this.localChanges,
    this.signals.receivedSignals.pipe(
      filter((signal) => signal.kind === 'access'),
      map((signal) => signal.userId),
    ),
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly jwt: JwtService,
    private readonly signals: ProcessSignals,
    private readonly clock: Clock,
  ) {}

  /** @returns null if the token is invalid or expired, or its session or membership has ended */
  async verify(token: string): Promise<{ principal: Principal; claims: AccessClaims } | null> {
    const claims = await this.jwt
      .verifyAsync<AccessClaims>(token, { algorithms: ['HS256'] })
      .catch(() => null);
    const principal = claims === null ? null : await this.principalOf(claims);
    return claims === null || principal === null ? null : { principal, claims };
  }

  async principalOf(claims: AccessClaims): Promise<Principal | null> {
    // A token signed elsewhere with our secret can contain ids that are not UUIDs, which would make the query
    // fail.
    if (![claims.sub, claims.ws, claims.sid].every(isUuid)) return null;
    const [principal] = await this.readPrincipals([
      { userId: claims.sub, workspaceId: claims.ws, sessionId: claims.sid },
    ]);
    return principal ?? null;
  }

  /**
   * Reads the principals of these sessions in one query. Ended sessions and removed members' sessions are
   * omitted.
   */
  readPrincipals(sessions: SessionKey[]): Promise<Principal[]> {
    return poolReader(this.dataSource).prepared<Principal>(
      `SELECT k.user_id AS "userId", u.name, u.email, k.workspace_id AS "workspaceId", m.role, k.session_id AS "sessionId"
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS k(user_id, workspace_id, session_id)
       JOIN sessions s ON s.id = k.session_id AND s.user_id = k.user_id AND s.workspace_id = k.workspace_id
       JOIN users u ON u.id = s.user_id
       JOIN memberships m ON m.user_id = s.user_id AND m.workspace_id = s.workspace_id
       WHERE s.ended_at IS NULL AND s.expires_at > $4`,
      [
        sessions.map(({ userId }) => userId),
        sessions.map(({ workspaceId }) => workspaceId),
        sessions.map(({ sessionId }) => sessionId),
        new Date(this.clock.now()),
      ],
    );
  }

  announceChange(userId: string): void {
    this.localChanges.next(userId);
    this.signals.send({ kind: 'access', userId });
  }
}
