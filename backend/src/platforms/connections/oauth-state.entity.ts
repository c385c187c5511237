import type { PlatformId } from '@sellary/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A started platform sign-in. Valid once, for ten minutes, for the user and browser that started it. */
@Entity('oauth_states')
@Index('IDX_oauth_states_expiry', ['expiresAt'])
export class OauthStateEntity {
  /** SHA-256 of the state, so that read access to the table is not enough to finish a user's sign-in. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'PK_oauth_states' })
  stateHash!: Buffer;

  /** SHA-256 of the browser's cookie. */
  @Column('bytea')
  browserHash!: Buffer;

  @Column('uuid')
  workspaceId!: string;

  @Column('uuid')
  userId!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('text')
  platform!: PlatformId;

  /** Id of the login method. */
  @Column('text')
  login!: string;

  @Column('text')
  redirectUri!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  /** Time of the platform's redirect, or null before it. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  finishedAt!: Date | null;
}
