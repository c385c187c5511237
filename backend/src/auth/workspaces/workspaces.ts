import { Injectable } from '@nestjs/common';
import type { Role, Workspace, WorkspaceSettings } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { ApiError, Clock, poolReader, type Reader, recordAudit, Transactions } from '../../kernel';
import { actorOf, type Principal } from '../access/principal';
import { DEFAULT_SETTINGS } from './workspace.entity';

interface WorkspaceRow {
  id: string;
  name: string;
  role: Role;
  settings: Partial<WorkspaceSettings>;
  created_at: Date;
  updated_at: Date;
}

const toWorkspace = (row: WorkspaceRow): Workspace => ({
  id: row.id,
  name: row.name,
  role: row.role,
  settings: { ...DEFAULT_SETTINGS, ...row.settings },
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

/** A workspace and its defaults. Only the one the session is in can be read or changed. */
@Injectable()
export class Workspaces {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws ApiError NOT_FOUND */
  get(principal: Principal, id: string): Promise<Workspace> {
    return this.read(poolReader(this.dataSource), principal, id);
  }

  /** Settings that new shows of the workspace start with. */
  async settings(workspaceId: string): Promise<WorkspaceSettings> {
    const rows = await this.dataSource.query<{ settings: Partial<WorkspaceSettings> }[]>('SELECT settings FROM workspaces WHERE id = $1', [
      workspaceId,
    ]);
    return { ...DEFAULT_SETTINGS, ...rows[0]?.settings };
  }

  /** Changes what is given and leaves the rest. @throws ApiError NOT_FOUND */
  async update(principal: Principal, id: string, change: { name?: string; settings?: Partial<WorkspaceSettings> }): Promise<Workspace> {
    return this.transactions.run(async (tx) => {
      await tx.query('SELECT 1 FROM workspaces WHERE id = $1 FOR UPDATE', [id]);
      const before = await this.read(tx, principal, id);
      await tx.query('UPDATE workspaces SET name = coalesce($2, name), settings = settings || $3::jsonb, updated_at = $4 WHERE id = $1', [
        id,
        change.name ?? null,
        JSON.stringify(change.settings ?? {}),
        this.clock.iso(),
      ]);
      const after = await this.read(tx, principal, id);
      await recordAudit(tx, {
        workspaceId: id,
        actor: actorOf(principal),
        action: 'workspace.update',
        entityType: 'workspace',
        entityId: id,
        before: { name: before.name, settings: before.settings },
        after: { name: after.name, settings: after.settings },
        at: this.clock.iso(),
      });
      return after;
    });
  }

  private async read(reader: Reader, principal: Principal, id: string): Promise<Workspace> {
    if (id !== principal.workspaceId) throw ApiError.notFound('workspace');
    const [row] = await reader.query<WorkspaceRow>(
      `SELECT w.id, w.name, w.settings, w.created_at, w.updated_at, m.role FROM workspaces w JOIN memberships m ON m.workspace_id = w.id
       WHERE w.id = $1 AND m.user_id = $2`,
      [id, principal.userId],
    );
    if (row === undefined) throw ApiError.notFound('workspace');
    return toWorkspace(row);
  }
}
