import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BuyerEntity } from '../../claim-engine';

/**
 * An account that a merge gave to a person. The person's first account has no row because its id is the
 * person's id.
 */
@Entity('person_accounts')
@Index('IDX_person_accounts_person', ['personId'])
@Index('IDX_person_accounts_workspace', ['workspaceId'])
export class PersonAccountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_person_accounts' })
  @ForeignKey(() => BuyerEntity, { onDelete: 'CASCADE', name: 'FK_person_accounts_buyer' })
  buyerId!: string;

  @Column('uuid')
  @ForeignKey(() => BuyerEntity, { onDelete: 'CASCADE', name: 'FK_person_accounts_person' })
  personId!: string;

  @Column('uuid')
  workspaceId!: string;
}
