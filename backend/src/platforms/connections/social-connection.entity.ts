import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A connected page or account. Tokens are stored encrypted only (`keyId:iv:authTag:ciphertext`, AES-256-GCM). */
@Entity('social_connections')
@Index('UQ_social_connections_account', ['workspaceId', 'platform', 'externalAccountId'], { unique: true })
export class SocialConnectionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_social_connections' })
  id!: string;

  @Column('uuid')
  workspaceId!: string;

  @Column('text')
  platform!: 'facebook' | 'instagram';

  @Column('text')
  externalAccountId!: string;

  @Column('text')
  displayName!: string;

  @Column('text', { default: 'active' })
  status!: 'active' | 'expired' | 'revoked';

  @Column('text')
  encryptedToken!: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  tokenExpiresAt!: Date | null;

  @Column({ type: 'text', array: true })
  scopes!: string[];

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
