import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Earliest time for the next attempt in a rate-limited channel. */
@Entity('outgoing_rates')
export class ChannelRateEntity {
  /** JSON array with the extension, handler, workspace id, and channel. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_outgoing_rates' })
  channel!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  nextAt!: Date;
}
