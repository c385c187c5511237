import type { Actor, Block, PlatformId } from '@sellary/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A platform identity in a workspace. The same handle on another platform is a different buyer, and each
 * hidden viewer is a separate buyer.
 */
@Entity('buyers')
@Index('UQ_buyers_identity', ['workspaceId', 'platform', 'platformUserId'], { unique: true })
// The handle comes first on purpose. While the tables are empty, PostgreSQL might otherwise choose this index
// instead of UQ_buyers_identity for identity lookups, and cached plans would keep that choice.
@Index('IDX_buyers_handle', ['handle', 'workspaceId', 'platform'])
// Created by a migration, on the lowercase handle, for lists. It leaves out hidden buyers, so that it is
// never chosen for identity lookups.
@Index('IDX_buyers_list', { synchronize: false })
@Index('IDX_buyers_blocked', ['workspaceId', 'blockedAt', 'id'], { where: 'block IS NOT NULL' })
export class BuyerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_buyers' })
  id!: string;

  @Column('uuid')
  workspaceId!: string;

  @Column('text')
  platform!: PlatformId;

  @Column('text')
  platformUserId!: string;

  @Column('text')
  handle!: string;

  @Column('text')
  displayName!: string;

  @Column('boolean', { default: false })
  hidden!: boolean;

  /** Effect of the block on the buyer's claims; null if the buyer is not blocked. */
  @Column('text', { nullable: true })
  block!: Block | null;

  @Column('text', { nullable: true })
  blockReason!: string | null;

  /** `jsonb`, because batches compare whole buyer rows, and PostgreSQL cannot compare `json`. */
  @Column('jsonb', { nullable: true })
  blockedBy!: Actor | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  blockedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
