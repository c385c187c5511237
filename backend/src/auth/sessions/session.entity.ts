import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../accounts/user.entity';
import { WorkspaceEntity } from '../workspaces/workspace.entity';

/**
 * One sign-in on one device, in one workspace. Access and refresh tokens refer to it and stop working once it
 * has ended.
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

  /** Device name to show to the session's owner, such as "Firefox on Windows". */
  @Column('text')
  device!: string;

  /** Address of the most recent use. */
  @Column('text')
  address!: string;

  /**
   * The address, or the /64 network of an IPv6 address. Each network has its own sign-in limit
   * (`SignInLimits.accountKey`).
   */
  @Column('text')
  network!: string;

  /** Time of the sign-in. It does not change when the user switches to another workspace. */
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  lastUsedAt!: Date;

  /** Time at which the session ends, regardless of use. */
  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  /** Time at which the session was ended, if it did not simply expire. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;
}
