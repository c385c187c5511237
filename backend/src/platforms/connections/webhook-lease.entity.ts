import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Lease of a process that changes the webhooks of a page or account. Needed because each change replaces the
 * whole subscription.
 */
@Entity('webhook_leases')
export class WebhookLeaseEntity {
  /** Id of the page or account. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_webhook_leases' })
  target!: string;

  @Column('uuid')
  owner!: string;

  /** End of the lease by the database's clock. After it, another process may get the lease. */
  @Column({ type: 'timestamptz', precision: 3 })
  until!: Date;
}
