import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody asked Meta to have their data deleted here, and what was removed. Names nobody. */
@Entity('deletion_requests')
export class DeletionRequestEntity {
  /** What Meta shows to the person; the status page is found by it. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_deletion_requests' })
  code!: string;

  @Column('int')
  connections!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  completedAt!: Date;
}
