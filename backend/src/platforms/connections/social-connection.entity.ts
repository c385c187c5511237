import type { ConnectionStatus, PlatformId, WebhookState } from '@sellary/contracts';
import type { AdapterDetails } from '@sellary/extension-kit';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A connected page or account. Its tokens are encrypted (`keyId:iv:authTag:ciphertext`, AES-256-GCM). */
@Entity('social_connections')
@Index('UQ_social_connections_account', ['workspaceId', 'platform', 'externalAccountId'], { unique: true })
@Index('IDX_social_connections_grant', ['grantId'], { where: 'grant_id IS NOT NULL' })
export class SocialConnectionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_social_connections' })
  id!: string;

  @Column('uuid')
  workspaceId!: string;

  @Column('text')
  platform!: PlatformId;

  @Column('text')
  externalAccountId!: string;

  @Column('text')
  displayName!: string;

  @Column('text', { default: 'active' })
  status!: ConnectionStatus;

  /** Empty after the grant was revoked. */
  @Column('text')
  encryptedToken!: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  tokenExpiresAt!: Date | null;

  @Column({ type: 'text', array: true })
  scopes!: string[];

  /** Data that only the platform's adapter reads and validates. */
  @Column('jsonb', { default: {} })
  details!: AdapterDetails;

  /**
   * Identifies the permission given by the person who connected the account. Connections with the same grant
   * end together.
   */
  @Column('text', { nullable: true })
  grantId!: string | null;

  /** Id of the page or account that sends the webhooks; several connections may share it. */
  @Column('text')
  webhookTarget!: string;

  @Column('text', { nullable: true })
  encryptedUserToken!: string | null;

  /** Time of the last token check. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  checkedAt!: Date | null;

  @Column('text', { nullable: true })
  problem!: string | null;

  /** The platform's last report on the account's webhooks. */
  @Column('text', { default: 'unknown' })
  webhookState!: WebhookState;

  @Column('text', { nullable: true })
  webhookProblem!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  webhookCheckedAt!: Date | null;

  /** Time of the last sign-in. An older request by the platform does not concern the current grant. */
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
