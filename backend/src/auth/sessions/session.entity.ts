import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../accounts/user.entity';
import { WorkspaceEntity } from '../workspaces/workspace.entity';

/**
 * One sign-in on one device, in one workspace. Access tokens name it, and refresh tokens belong to it: once
 * it has ended, none of them works.
 */
@Entity('sessions')
@Index('IDX_sessions_user', ['userId', 'lastUsedAt'])
@Index('IDX_sessions_expiry', ['expiresAt'])
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_sessions' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE', name: 'FK_sessions_user' })
  userId!: string;

  @Column('uuid')
  @ForeignKey(() => WorkspaceEntity, { onDelete: 'CASCADE', name: 'FK_sessions_workspace' })
  workspaceId!: string;

  /** Short text for its owner, such as "Firefox on Windows". */
  @Column('text')
  device!: string;

  /** Address of the last use. */
  @Column('text')
  address!: string;

  /** The address, or the /64 network of an IPv6 address. It has its own sign-in limit (`SignInLimits.accountKey`). */
  @Column('text')
  network!: string;

  /** Time of the sign-in. Switching to another workspace keeps it. */
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  lastUsedAt!: Date;

  /** Its absolute end, regardless of use. */
  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  /** Time at which it was ended, if it did not simply expire. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;
}
