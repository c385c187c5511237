import type { WorkspaceSettings } from '@sellary/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('workspaces')
export class WorkspaceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_workspaces' })
  id!: string;

  @Column('text')
  name!: string;

  /** Settings that differ from DEFAULT_SETTINGS. */
  @Column('jsonb', { default: {} })
  settings!: Partial<WorkspaceSettings>;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}

export const DEFAULT_SETTINGS: WorkspaceSettings = {
  claimWords: ['sold'],
  passWords: ['pass'],
  pollIntervalSeconds: 4,
  fairnessWindowSeconds: 0,
  maxClaimsPerComment: 1,
  retentionDays: null,
};
