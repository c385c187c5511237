import type { ShowRules, WorkspaceSettings } from '@sellary/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('workspaces')
export class WorkspaceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_workspaces' })
  id!: string;

  @Column('text')
  name!: string;

  /** Settings that differ from the defaults (`shows/workspace-settings`). */
  @Column('jsonb', { default: {} })
  settings!: Partial<Omit<WorkspaceSettings, keyof ShowRules>>;

  /** Rules for new shows that differ from `DEFAULT_RULES`. */
  @Column('jsonb', { default: {} })
  rules!: Partial<ShowRules>;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
