import { Injectable } from '@nestjs/common';
import type { Actor, AuditAction } from '@sellary/contracts';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { ApiError, Clock, recordAudit, Transactions, type Tx } from '../../../kernel';
import { ConnectionStore, type ConnectionRow } from '../../connections/connection-store';
import { idOf, numberOf } from '../graph/graph-json';
import { openSignedRequest } from '../graph/app-secret';
import { LOGIN_KINDS } from '../graph/login-kind';
import { grantIdOf } from '../meta-details';
import { AppSecrets } from '../app-secrets';

/** Allows for differences between Meta's clock and this server's, ms. */
const CLOCK_TOLERANCE_MS = 5_000;
const META: Actor = { kind: 'engine', reason: 'Meta request' };

export interface DeletionStatus {
  code: string;
  connections: number;
  completedAt: Date;
}

interface PersonRequest {
  /** The person's grant ids, one per kind of login. */
  grantIds: string[];
  /** In ms. */
  issuedAt: number;
}

/** Handles Meta's requests to delete the tokens or all data of a person who connected an account. */
@Injectable()
export class MetaRequests {
  constructor(
    private readonly store: ConnectionStore,
    private readonly transactions: Transactions,
    private readonly secrets: AppSecrets,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Deletes the tokens after the person has removed the app. The connections are kept so that they can be
   * reconnected.
   * @throws ApiError FORBIDDEN
   */
  async deauthorize(signedRequest: string): Promise<void> {
    const request = this.open(signedRequest);
    await this.transactions.run(async (tx) => {
      const at = this.clock.iso();
      for (const row of await this.findRows(tx, request)) {
        await tx.query(
          `UPDATE social_connections SET status = 'revoked', encrypted_token = '', encrypted_user_token = NULL, updated_at = $2,
             problem = 'The app was removed on the platform. Connect the account again.' WHERE id = $1`,
          [row.id, at],
        );
        await recordAudit(tx, {
          ...auditEntryOf(row, 'connection.revoke', at),
          before: { status: row.status },
          after: { status: 'revoked' },
        });
      }
    });
  }

  /**
   * Removes every connection that the person made.
   * @returns the code in the status page's address
   * @throws ApiError FORBIDDEN
   */
  async erase(signedRequest: string): Promise<string> {
    const request = this.open(signedRequest);
    const code = randomBytes(12).toString('base64url');
    await this.transactions.run(async (tx) => {
      const at = this.clock.iso();
      const rows = await this.findRows(tx, request);
      for (const row of rows) {
        await tx.query('DELETE FROM social_connections WHERE id = $1', [row.id]);
        await recordAudit(tx, {
          ...auditEntryOf(row, 'connection.erase', at),
          before: { platform: row.platform },
        });
      }
      await tx.query('INSERT INTO deletion_requests (code, connections, completed_at) VALUES ($1, $2, $3)', [
        code,
        rows.length,
        at,
      ]);
    });
    return code;
  }

  async findStatus(code: string): Promise<DeletionStatus | null> {
    const rows = await this.dataSource.query<DeletionStatus[]>(
      'SELECT code, connections, completed_at AS "completedAt" FROM deletion_requests WHERE code = $1',
      [code.replaceAll('\0', '')], // PostgreSQL refuses NUL.
    );
    return rows[0] ?? null;
  }

  /**
   * Finds and locks the person's connections. A connection made or renewed by a sign-in after the request is not
   * affected by it.
   */
  private async findRows(tx: Tx, { grantIds, issuedAt }: PersonRequest): Promise<ConnectionRow[]> {
    const rows = await this.store.findByGrants(tx, grantIds);
    return rows.filter((row) => row.created_at.getTime() <= issuedAt + CLOCK_TOLERANCE_MS);
  }

  private open(signedRequest: string): PersonRequest {
    const data = openSignedRequest(this.secrets.all, signedRequest);
    const person = idOf(data?.['user_id']);
    if (person === null) {
      throw new ApiError('FORBIDDEN', 'The signed request is missing, or was not signed by Meta.');
    }
    return {
      grantIds: LOGIN_KINDS.map((login) => grantIdOf(login, person)),
      issuedAt: (numberOf(data?.['issued_at']) ?? Infinity) * 1_000,
    };
  }
}

const auditEntryOf = (row: ConnectionRow, action: AuditAction, at: string) => ({
  workspaceId: row.workspace_id,
  actor: META,
  action,
  entityType: 'connection' as const,
  entityId: row.id,
  at,
});
