import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A lease for changing a page's or account's webhooks, needed because each change replaces the whole
 * subscription.
 */
@Entity('webhook_leases')
export class WebhookLeaseEntity {
  /** Id of the page or account. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_webhook_leases' })
  target!: string;

  @Column('uuid')
  owner!: string;

  /** End of the lease by the database's clock. After that, another change may take the lease. */
  @Column({ type: 'timestamptz', precision: 3 })
  until!: Date;
}
