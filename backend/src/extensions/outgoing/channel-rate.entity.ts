import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The earliest time of the next attempt in a channel with a maximum rate. */
@Entity('outgoing_rates')
export class ChannelRateEntity {
  /** `<extension>/<handler>/<workspace>/<channel>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_outgoing_rates' })
  channel!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  nextAt!: Date;
}
