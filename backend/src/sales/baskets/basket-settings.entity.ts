import type { BasketSettings } from '@sellary/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A workspace's basket settings. Missing fields have their defaults. */
@Entity('basket_settings')
export class BasketSettingsEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_basket_settings' })
  workspaceId!: string;

  @Column('jsonb')
  settings!: Partial<BasketSettings>;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
