import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One process's right to read one source. It expires unless the process renews it. */
@Entity('source_leases')
export class SourceLeaseEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_source_leases' })
  key!: string;

  /** The id of the process, generated at startup. */
  @Column('uuid')
  owner!: string;

  /** End of the lease by the database's clock. */
  @Column({ type: 'timestamptz', precision: 3 })
  until!: Date;
}
