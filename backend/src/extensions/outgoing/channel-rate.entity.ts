import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Next free moment of a channel whose attempts are limited. */
@Entity('outgoing_rates')
export class ChannelRateEntity {
  /** `<extension>/<handler>/<workspace>/<channel>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_outgoing_rates' })
  channel!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  nextAt!: Date;
}
