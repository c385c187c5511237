import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Receiver of webhooks. */
@Entity('x_outgoing_webhooks_endpoints')
@Index('x_outgoing_webhooks_endpoints_workspace', ['workspaceId'])
export class EndpointEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'x_outgoing_webhooks_endpoints_pkey' })
  id!: string;

  @Column('uuid')
  workspaceId!: string;

  @Column('text')
  url!: string;

  /** Types of events to send; empty = all. */
  @Column('text', { array: true })
  eventTypes!: string[];

  /** Encrypted. */
  @Column('text')
  secret!: string;

  /** The secret before a rotation, encrypted: it signs beside the current one for a day. */
  @Column('text', { nullable: true })
  previousSecret!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  previousUntil!: Date | null;

  @Column('boolean')
  enabled!: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
