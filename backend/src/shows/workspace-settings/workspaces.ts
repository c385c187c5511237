import { Injectable } from '@nestjs/common';
import type { Role, ShowRules, Workspace, WorkspaceSettings } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { actorOf, type Principal } from '../../auth';
import { ApiError, Clock, poolReader, type Reader, recordAudit, Transactions } from '../../kernel';
import { RuleCatalog } from '../rules/rule-catalog';
import { assertSeparateWords, rulesOf } from '../rules/show-rules';
import { DEFAULT_SETTINGS, type SettingsWithoutRules } from './default-settings';

interface DefaultsRow {
  settings: Partial<SettingsWithoutRules>;
  rules: Partial<ShowRules>;
}

interface WorkspaceRow extends DefaultsRow {
  id: string;
  name: string;
  role: Role;
  created_at: Date;
  updated_at: Date;
}

const settingsOf = (row: DefaultsRow): WorkspaceSettings => ({
  ...DEFAULT_SETTINGS,
  ...row.settings,
  ...rulesOf(row),
});

const toWorkspace = (row: WorkspaceRow): Workspace => ({
  id: row.id,
  name: row.name,
  role: row.role,
  settings: settingsOf(row),
  rules: rulesOf(row),
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

/** Reads and changes the caller's workspace and its defaults for new shows. */
@Injectable()
export class Workspaces {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly catalog: RuleCatalog,
  ) {}

  /** @throws ApiError NOT_FOUND */
  get(principal: Principal, id: string): Promise<Workspace> {
    return this.read(poolReader(this.dataSource), principal, id);
  }

  async settings(workspaceId: string): Promise<WorkspaceSettings> {
    return settingsOf(await this.readDefaults(workspaceId));
  }

  /**
   * Returns a new show's rules: `requestedRules`, with the workspace's rules for any that are missing.
   * @throws ApiError VALIDATION_FAILED
   */
  async rulesOfNewShow(workspaceId: string, requestedRules: Partial<ShowRules>): Promise<ShowRules> {
    this.catalog.assertKnown(requestedRules);
    const rules = rulesOf(await this.readDefaults(workspaceId));
    assertSeparateWords(requestedRules, rules);
    return { ...rules, ...requestedRules };
  }

  /**
   * Changes only the given fields.
   * @throws ApiError NOT_FOUND, VALIDATION_FAILED
   */
  async update(
    principal: Principal,
    id: string,
    change: { name?: string; settings?: Partial<WorkspaceSettings> },
  ): Promise<Workspace> {
    const { pollIntervalSeconds, retentionDays, currency, ...rules } = change.settings ?? {};
    this.catalog.assertKnown(rules);
    return this.transactions.run(async (tx) => {
      await tx.query('SELECT 1 FROM workspaces WHERE id = $1 FOR UPDATE', [id]);
      const before = await this.read(tx, principal, id);
      assertSeparateWords(rules, before.rules);
      await tx.query(
        `UPDATE workspaces SET name = coalesce($2, name), settings = settings || $3::jsonb, rules = rules || $4::jsonb, updated_at = $5 WHERE id = $1`,
        [
          id,
          change.name ?? null,
          JSON.stringify({ pollIntervalSeconds, retentionDays, currency }),
          JSON.stringify(rules),
          this.clock.iso(),
        ],
      );
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

  private async readDefaults(workspaceId: string): Promise<DefaultsRow> {
    const [row] = await this.dataSource.query<DefaultsRow[]>(
      'SELECT settings, rules FROM workspaces WHERE id = $1',
      [workspaceId],
    );
    return row ?? { settings: {}, rules: {} };
  }

  private async read(reader: Reader, principal: Principal, id: string): Promise<Workspace> {
    if (id !== principal.workspaceId) throw ApiError.notFound('workspace');
    const [row] = await reader.query<WorkspaceRow>(
      `SELECT w.id, w.name, w.settings, w.rules, w.created_at, w.updated_at, m.role FROM workspaces w JOIN memberships m ON m.workspace_id = w.id
       WHERE w.id = $1 AND m.user_id = $2`,
      [id, principal.userId],
    );
    if (row === undefined) throw ApiError.notFound('workspace');
    return toWorkspace(row);
  }
}
