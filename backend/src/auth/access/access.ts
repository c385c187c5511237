import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Clock, Hints, isUuid } from '../../kernel';
import { Subject, filter, map, merge } from 'rxjs';
import { DataSource } from 'typeorm';
import type { AccessClaims, Principal } from './principal';

/** Decides whether an access token still stands: its signature, its session, its membership. Used by HTTP and by sockets alike. */
@Injectable()
export class Access {
  private readonly own = new Subject<string>();
  /** Users whose sessions or roles changed, in this process or another: whoever holds a long-lived connection asks again. */
  readonly changed = merge(
    this.own,
    this.hints.heard.pipe(
      filter((hint) => hint.kind === 'access'),
      map((hint) => hint.userId),
    ),
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly jwt: JwtService,
    private readonly hints: Hints,
    private readonly clock: Clock,
  ) {}

  /** @returns null where the token is not ours, expired, or its session or membership is gone. */
  async verify(token: string): Promise<{ principal: Principal; claims: AccessClaims } | null> {
    const claims = await this.jwt.verifyAsync<AccessClaims>(token, { algorithms: ['HS256'] }).catch(() => null);
    const principal = claims === null ? null : await this.resolve(claims);
    return claims === null || principal === null ? null : { principal, claims };
  }

  async resolve(claims: AccessClaims): Promise<Principal | null> {
    // Signed with our secret, and yet not one of ours.
    if (![claims.sub, claims.ws, claims.sid].every(isUuid)) return null;
    const rows = await this.dataSource.query<{ name: string; email: string; role: Principal['role'] }[]>(
      `SELECT u.name, u.email, m.role FROM sessions s JOIN users u ON u.id = s.user_id
       JOIN memberships m ON m.user_id = s.user_id AND m.workspace_id = s.workspace_id
       WHERE s.id = $3 AND s.user_id = $1 AND s.workspace_id = $2 AND s.ended_at IS NULL AND s.expires_at > $4`,
      [claims.sub, claims.ws, claims.sid, new Date(this.clock.now())],
    );
    const row = rows[0];
    if (row === undefined) return null;
    return { userId: claims.sub, name: row.name, email: row.email, workspaceId: claims.ws, role: row.role, sessionId: claims.sid };
  }

  announceChange(userId: string): void {
    this.own.next(userId);
    this.hints.tell({ kind: 'access', userId });
  }
}
