import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A request from Meta to delete a person's data, with the number of connections removed. Contains no personal
 * data.
 */
@Entity('deletion_requests')
export class DeletionRequestEntity {
  /** Code that Meta shows to the person; part of the status page's address. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_deletion_requests' })
  code!: string;

  @Column('int')
  connections!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  completedAt!: Date;
}
