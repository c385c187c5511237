import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { WorkspaceEntity } from '../../auth';

/** An extension's switch and settings in a workspace. If there is no row, the defaults apply. */
@Entity('extension_switches')
export class ExtensionSwitchEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_extension_switches' })
  @ForeignKey(() => WorkspaceEntity, { onDelete: 'CASCADE', name: 'FK_extension_switches_workspace' })
  workspaceId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_extension_switches' })
  extension!: string;

  /** Null if the extension was never turned on or off. */
  @Column('boolean', { nullable: true })
  enabled!: boolean | null;

  /** Saved values, without secrets. */
  @Column('jsonb', { default: {} })
  settings!: Record<string, unknown>;

  /** Secrets by name, encrypted. */
  @Column('jsonb', { default: {} })
  secrets!: Record<string, string>;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
