import type { Currency, ItemInput, ShowRules } from '@sellary/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { WorkspaceEntity } from '../../auth';

/** Rules, a currency, and perhaps items to start a show from, copied when the template was created. */
@Entity('show_templates')
@Index('IDX_show_templates_workspace', ['workspaceId', 'createdAt', 'id'])
export class ShowTemplateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_show_templates' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => WorkspaceEntity, { onDelete: 'CASCADE', name: 'FK_show_templates_workspace' })
  workspaceId!: string;

  @Column('text')
  name!: string;

  /** Name for new shows, see `ShowTemplate`. */
  @Column('text')
  title!: string;

  @Column('jsonb')
  rules!: Partial<ShowRules>;

  @Column('jsonb', { nullable: true })
  currency!: Currency | null;

  @Column('jsonb')
  items!: ItemInput[];

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
