import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Held while a process changes the webhooks of a page or account, because each change replaces the one
 * before.
 */
@Entity('webhook_leases')
export class WebhookLeaseEntity {
  /** Id of the page or account. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_webhook_leases' })
  target!: string;

  @Column('uuid')
  owner!: string;

  /** End of the lease by the database's clock. A dead process holds it no longer than this. */
  @Column({ type: 'timestamptz', precision: 3 })
  until!: Date;
}
