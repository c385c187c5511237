import type { ConnectablePlatform, ConnectionStatus, LoginKind, WebhookState } from '@sellary/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A connected page or account. Tokens are stored encrypted only (`keyId:iv:authTag:ciphertext`, AES-256-GCM). */
@Entity('social_connections')
@Index('UQ_social_connections_account', ['workspaceId', 'platform', 'externalAccountId'], { unique: true })
@Index('IDX_social_connections_grantor', ['grantorId'], { where: 'grantor_id IS NOT NULL' })
export class SocialConnectionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_social_connections' })
  id!: string;

  @Column('uuid')
  workspaceId!: string;

  @Column('text')
  platform!: ConnectablePlatform;

  @Column('text')
  externalAccountId!: string;

  @Column('text')
  displayName!: string;

  @Column('text', { default: 'active' })
  status!: ConnectionStatus;

  /** Empty once the grant was taken back. */
  @Column('text')
  encryptedToken!: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  tokenExpiresAt!: Date | null;

  @Column({ type: 'text', array: true })
  scopes!: string[];

  @Column('text', { default: 'facebook' })
  login!: LoginKind;

  /** The Facebook Page by which an Instagram account is reached. */
  @Column('text', { nullable: true })
  pageId!: string | null;

  /** App-scoped id of the person who connected: Meta names them by it when they take the grant back. */
  @Column('text', { nullable: true })
  grantorId!: string | null;

  @Column('text', { nullable: true })
  encryptedUserToken!: string | null;

  /** Time of the last check of the token. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  checkedAt!: Date | null;

  @Column('text', { nullable: true })
  problem!: string | null;

  /** The platform's last report on the webhooks of the account. */
  @Column('text', { default: 'unknown' })
  webhookState!: WebhookState;

  @Column('text', { nullable: true })
  webhookProblem!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  webhookCheckedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
