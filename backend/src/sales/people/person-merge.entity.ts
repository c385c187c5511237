import type { Actor, PersonProfile } from '@sellary/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BuyerEntity } from '../../claim-engine';

/** A merge that can be undone. The undo deletes the row, but the audit log keeps both acts. */
@Entity('person_merges')
@Index('UQ_person_merges_position', ['personId', 'position'], { unique: true })
@Index('IDX_person_merges_joined', ['joinedId'])
export class PersonMergeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_person_merges' })
  id!: string;

  @Column('uuid')
  workspaceId!: string;

  /** The kept person. */
  @Column('uuid')
  @ForeignKey(() => BuyerEntity, { onDelete: 'CASCADE', name: 'FK_person_merges_person' })
  personId!: string;

  /** The person who was merged into the kept person. */
  @Column('uuid')
  @ForeignKey(() => BuyerEntity, { onDelete: 'CASCADE', name: 'FK_person_merges_joined' })
  joinedId!: string;

  /** The merge's number in the sequence of the kept person's merges, starting at 1. */
  @Column('int')
  position!: number;

  /** All accounts of the joined person. */
  @Column('uuid', { array: true })
  buyerIds!: string[];

  /** The kept person's profile, before the merge and right after it. */
  @Column('json')
  before!: PersonProfile;

  @Column('json')
  after!: PersonProfile;

  @Column('json')
  mergedBy!: Actor;

  @Column({ type: 'timestamptz', precision: 3 })
  mergedAt!: Date;
}
