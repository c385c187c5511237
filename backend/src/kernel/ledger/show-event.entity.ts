import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StoredActor } from './actor';

/** One ledger row. `hash-chain.ts` describes the columns and the hashing. */
@Entity('show_events')
@Check('CHK_show_events_seq', 'seq > 0')
@Index('IDX_show_events_acts', ['showId', 'seq'], { where: "type = 'operator.act'" })
export class ShowEventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_show_events' })
  showId!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'PK_show_events' })
  seq!: number;

  @Column('text')
  type!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  /** The actor; `json` for the same reason as `payload`. */
  @Column('json', { nullable: true })
  by!: StoredActor | null;

  /** `json`, not `jsonb`, because the text must stay exactly as it was hashed. */
  @Column('json')
  payload!: unknown;

  /**
   * Removed when a viewer is erased. The digest then proves nothing about the old text, but the chain still
   * verifies.
   */
  @Column('bytea', { nullable: true })
  salt!: Buffer | null;

  @Column('bytea')
  digest!: Buffer;

  @Column('bytea')
  hash!: Buffer;
}
