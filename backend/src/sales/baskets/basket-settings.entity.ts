import type { BasketSettings } from '@sellary/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Settings of a workspace's baskets that differ from the defaults. */
@Entity('basket_settings')
export class BasketSettingsEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_basket_settings' })
  workspaceId!: string;

  @Column('jsonb')
  settings!: Partial<BasketSettings>;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
