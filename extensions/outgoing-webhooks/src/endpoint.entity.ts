import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A webhook receiver. */
@Entity('x_outgoing_webhooks_endpoints')
@Index('x_outgoing_webhooks_endpoints_workspace', ['workspaceId'])
export class EndpointEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'x_outgoing_webhooks_endpoints_pkey' })
  id!: string;

  @Column('uuid')
  workspaceId!: string;

  @Column('text')
  url!: string;

  /** Event types to send. Empty means all. */
  @Column('text', { array: true })
  eventTypes!: string[];

  /** Encrypted. */
  @Column('text')
  secret!: string;

  /** The previous secret, encrypted. For a day after a rotation, it is also used to sign. */
  @Column('text', { nullable: true })
  previousSecret!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  previousUntil!: Date | null;

  @Column('boolean')
  enabled!: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
