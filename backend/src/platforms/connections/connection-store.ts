import { Injectable } from '@nestjs/common';
import type { ConnectionStatus, PlatformId, WebhookState } from '@sellary/contracts';
import type { GrantedAccount, OpenConnection, RenewedToken } from '@sellary/extension-kit';
import { DataSource } from 'typeorm';
import { type Keyset, poolReader, type Reader, type Tx, uuidV7 } from '../../kernel';
import { TokenVault } from './token-vault';

/** A connection as stored. */
export interface ConnectionRow {
  id: string;
  workspace_id: string;
  platform: PlatformId;
  external_account_id: string;
  display_name: string;
  status: ConnectionStatus;
  encrypted_token: string;
  encrypted_user_token: string | null;
  token_expires_at: Date | null;
  scopes: string[];
  /** Data that only the adapter reads. */
  details: unknown;
  grant_id: string | null;
  webhook_target: string;
  checked_at: Date | null;
  problem: string | null;
  webhook_state: WebhookState;
  webhook_problem: string | null;
  webhook_checked_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

/** Reads and writes connections. The only place that encrypts and decrypts tokens. */
@Injectable()
export class ConnectionStore {
  private readonly reader: Reader;

  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: TokenVault,
  ) {
    this.reader = poolReader(dataSource);
  }

  page(workspaceId: string, after: Keyset | null, limit: number): Promise<ConnectionRow[]> {
    return this.reader.query<ConnectionRow>(
      `SELECT * FROM social_connections WHERE workspace_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) > ($2, $3::uuid))
       ORDER BY created_at, id LIMIT $4`,
      [workspaceId, after?.sortValue ?? null, after?.id ?? null, limit],
    );
  }

  async find(workspaceId: string, id: string, reader: Reader = this.reader): Promise<ConnectionRow | null> {
    const rows = await reader.query<ConnectionRow>(
      'SELECT * FROM social_connections WHERE id = $1 AND workspace_id = $2',
      [id, workspaceId],
    );
    return rows[0] ?? null;
  }

  /** Returns each connection's platform. Connections in other workspaces are left out. */
  async platformsOf(workspaceId: string, ids: string[]): Promise<Map<string, string>> {
    const rows = await this.reader.query<{ id: string; platform: string }>(
      'SELECT id, platform FROM social_connections WHERE workspace_id = $1 AND id = ANY($2::uuid[])',
      [workspaceId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.platform]));
  }

  /**
   * Finds a connection by its id, or by the account if it was disconnected and connected again. A source that
   * specifies neither uses the workspace's only active connection to the platform.
   */
  async findForSource(source: {
    workspaceId: string;
    platform: string;
    connectionId: string | null;
    accountId: string | null;
  }): Promise<ConnectionRow | null> {
    const { workspaceId, platform, connectionId, accountId } = source;
    if (connectionId === null && accountId === null) {
      const connections = await this.reader.query<ConnectionRow>(
        `SELECT * FROM social_connections WHERE workspace_id = $1 AND platform = $2 AND status = 'active' LIMIT 2`,
        [workspaceId, platform],
      );
      return connections.length === 1 ? (connections[0] ?? null) : null;
    }
    const rows = await this.reader.query<ConnectionRow>(
      `SELECT * FROM social_connections WHERE workspace_id = $1 AND platform = $2 AND (id = $3::uuid OR external_account_id = $4)
       ORDER BY (id = $3::uuid) IS TRUE DESC LIMIT 1`,
      [workspaceId, platform, connectionId, accountId],
    );
    return rows[0] ?? null;
  }

  /** Finds and locks every connection with one of these grants. */
  findByGrants(tx: Reader, grantIds: string[]): Promise<ConnectionRow[]> {
    return tx.query<ConnectionRow>(
      'SELECT * FROM social_connections WHERE grant_id = ANY($1) ORDER BY id FOR UPDATE',
      [grantIds],
    );
  }

  /** Finds the other active connections with the same grant. */
  findOthersWithSameGrant({ id, grant_id }: ConnectionRow): Promise<ConnectionRow[]> {
    return this.reader.query<ConnectionRow>(
      `SELECT * FROM social_connections WHERE grant_id = $1 AND id <> $2 AND status = 'active' AND encrypted_token <> '' ORDER BY id`,
      [grant_id, id],
    );
  }

  /** Finds the connections that share `target`'s webhooks and are not revoked, in all workspaces. */
  findByTarget(target: string): Promise<ConnectionRow[]> {
    return this.reader.query<ConnectionRow>(
      `SELECT * FROM social_connections WHERE webhook_target = $1 AND status <> 'revoked'
       ORDER BY status <> 'active', updated_at DESC`,
      [target],
    );
  }

  async saveWebhookState(
    id: string,
    { state, problem }: { state: WebhookState; problem: string | null },
    at: string,
  ): Promise<void> {
    await this.reader.query(
      'UPDATE social_connections SET webhook_state = $2, webhook_problem = $3, webhook_checked_at = $4 WHERE id = $1',
      [id, state, problem, at],
    );
  }

  /**
   * Reserves, for this process, the check of every webhook that was last checked before `checkedBefore`.
   * @returns the pages and accounts to check
   */
  async reserveWebhookChecks(checkedBefore: Date, at: Date): Promise<string[]> {
    const [rows] = await this.dataSource.query<[{ target: string }[], number]>(
      `UPDATE social_connections SET webhook_checked_at = $2
       WHERE status = 'active' AND encrypted_token <> '' AND (webhook_checked_at IS NULL OR webhook_checked_at <= $1)
       RETURNING webhook_target AS target`,
      [checkedBefore, at],
    );
    return [...new Set(rows.map(({ target }) => target))];
  }

  findWithToken(): Promise<ConnectionRow[]> {
    return this.reader.query<ConnectionRow>(
      `SELECT * FROM social_connections WHERE encrypted_token <> '' ORDER BY id`,
    );
  }

  /**
   * Creates the connection, or stores the new grant and its time in the existing connection. An account keeps
   * its id even if it was disconnected in the meantime, so that shows still find it.
   */
  async save(
    tx: Tx,
    workspaceId: string,
    account: GrantedAccount,
    platform: PlatformId,
    at: string,
  ): Promise<string> {
    const existing = await tx.query<{ id: string }>(
      'SELECT id FROM social_connections WHERE workspace_id = $1 AND platform = $2 AND external_account_id = $3 FOR UPDATE',
      [workspaceId, platform, account.externalAccountId],
    );
    const id = existing[0]?.id ?? (await formerId(tx, workspaceId, account, platform)) ?? uuidV7();
    await tx.query(
      `INSERT INTO social_connections (id, workspace_id, platform, external_account_id, display_name, status, encrypted_token, encrypted_user_token,
         token_expires_at, scopes, details, grant_id, webhook_target, checked_at, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, 'active', $6, $7, $8, $9, $10, $11, $12, $13, $13, $13)
       ON CONFLICT (id) DO UPDATE SET display_name = excluded.display_name, status = 'active', encrypted_token = excluded.encrypted_token,
         encrypted_user_token = excluded.encrypted_user_token, token_expires_at = excluded.token_expires_at, scopes = excluded.scopes,
         details = excluded.details, grant_id = excluded.grant_id, webhook_target = excluded.webhook_target, checked_at = excluded.checked_at, problem = NULL,
         created_at = excluded.created_at, updated_at = excluded.updated_at`,
      [
        id,
        workspaceId,
        platform,
        account.externalAccountId,
        account.displayName.replaceAll('\0', '').toWellFormed().slice(0, 200),
        this.vault.seal(account.token, id),
        this.sealOptional(account.userToken, id),
        account.tokenExpiresAt,
        account.scopes,
        account.details,
        account.grantId,
        account.webhookTarget,
        at,
      ],
    );
    return id;
  }

  /**
   * Stores the platform's report on the token only if the token is unchanged, because a late response must
   * not affect a new token.
   */
  async saveHealth(
    row: ConnectionRow,
    change: Partial<Pick<ConnectionRow, 'status' | 'problem' | 'token_expires_at' | 'scopes'>>,
    at: string,
  ): Promise<void> {
    const { status, problem, token_expires_at, scopes } = { ...row, ...change };
    await this.reader.query(
      `UPDATE social_connections SET status = $3, problem = $4, token_expires_at = $5, scopes = $6, checked_at = $7, updated_at = $7
       WHERE id = $1 AND encrypted_token = $2`,
      [row.id, row.encrypted_token, status, problem, token_expires_at, scopes, at],
    );
  }

  async replaceTokens(row: ConnectionRow, renewed: RenewedToken, at: string): Promise<void> {
    await this.reader.query(
      `UPDATE social_connections SET encrypted_token = $3, encrypted_user_token = $4, token_expires_at = $5, checked_at = $6, updated_at = $6
       WHERE id = $1 AND encrypted_token = $2`,
      [
        row.id,
        row.encrypted_token,
        this.vault.seal(renewed.token, row.id),
        this.sealOptional(renewed.userToken, row.id),
        renewed.expiresAt,
        at,
      ],
    );
  }

  /**
   * Reserves a connection's check for this process.
   * @returns false if it was checked or reserved after `checkedBefore`
   */
  async reserveCheck(id: string, checkedBefore: Date, at: Date): Promise<boolean> {
    // TypeORM returns the rows of an UPDATE and their count.
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      'UPDATE social_connections SET checked_at = $3 WHERE id = $1 AND (checked_at IS NULL OR checked_at <= $2) RETURNING id',
      [id, checkedBefore, at],
    );
    return rows.length > 0;
  }

  /**
   * Re-encrypts the tokens with the first key if one of them was encrypted with another key.
   * @returns true if they were re-encrypted
   */
  async reseal(row: ConnectionRow): Promise<boolean> {
    const { encrypted_user_token: userToken } = row;
    if (
      !this.vault.needsReseal(row.encrypted_token) &&
      (userToken === null || !this.vault.needsReseal(userToken))
    ) {
      return false;
    }
    await this.reader.query(
      'UPDATE social_connections SET encrypted_token = $3, encrypted_user_token = $4 WHERE id = $1 AND encrypted_token = $2',
      [
        row.id,
        row.encrypted_token,
        this.vault.seal(this.vault.open(row.encrypted_token, row.id), row.id),
        this.sealOptional(userToken === null ? null : this.vault.open(userToken, row.id), row.id),
      ],
    );
    return true;
  }

  /** @throws UnreadableToken */
  open(row: ConnectionRow): OpenConnection {
    return {
      id: row.id,
      workspaceId: row.workspace_id,
      platform: row.platform,
      externalAccountId: row.external_account_id,
      displayName: row.display_name,
      details: row.details,
      token: this.vault.open(row.encrypted_token, row.id),
      userToken: row.encrypted_user_token === null ? null : this.vault.open(row.encrypted_user_token, row.id),
    };
  }

  private sealOptional(token: string | null, connectionId: string): string | null {
    return token === null ? null : this.vault.seal(token, connectionId);
  }
}

/** The id that a disconnected account had, if a show has read its comments; null if there is none. */
async function formerId(
  tx: Tx,
  workspaceId: string,
  { externalAccountId }: GrantedAccount,
  platform: PlatformId,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `SELECT s.connection_id AS id FROM show_sources s
     JOIN source_readings r ON r.show_id = s.show_id AND r.platform = s.platform AND r.live_id = s.live_id
     WHERE s.workspace_id = $1 AND s.platform = $2 AND r.account_id = $3 AND s.connection_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM social_connections c WHERE c.id = s.connection_id)
     ORDER BY s.connection_id DESC LIMIT 1`,
    [workspaceId, platform, externalAccountId],
  );
  return row?.id ?? null;
}
