import { ROLES, type Role } from '@sellary/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sqlWords } from '../../kernel';
import { UserEntity } from '../accounts/user.entity';
import { WorkspaceEntity } from './workspace.entity';

@Entity('memberships')
@Check('CHK_memberships_role', `role IN ${sqlWords(ROLES)}`)
@Index('IDX_memberships_user', ['userId'])
export class MembershipEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_memberships' })
  @ForeignKey(() => WorkspaceEntity, { onDelete: 'CASCADE', name: 'FK_memberships_workspace' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_memberships' })
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE', name: 'FK_memberships_user' })
  userId!: string;

  @Column('text')
  role!: Role;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
