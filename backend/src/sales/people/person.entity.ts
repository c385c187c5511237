import type { BuyerLanguage } from '@sellary/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BuyerEntity } from '../../claim-engine';

/**
 * A person's profile. Every buyer is a person, but the row is written only by an edit or a merge, so that
 * processing comments writes nothing here. If a person is merged into another, the row is kept unchanged for
 * the undo.
 */
@Entity('people')
@Index('IDX_people_workspace', ['workspaceId', 'id'])
@Index('IDX_people_tags', { synchronize: false })
export class PersonEntity {
  /** Id of the person's first account. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_people' })
  @ForeignKey(() => BuyerEntity, { onDelete: 'CASCADE', name: 'FK_people_buyer' })
  id!: string;

  @Column('uuid')
  workspaceId!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { array: true, default: [] })
  tags!: string[];

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { nullable: true })
  language!: BuyerLanguage | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
