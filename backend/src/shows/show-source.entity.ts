import type { PlatformId } from '@sellary/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ShowEntity } from './show.entity';

/**
 * One broadcast of a show. If the source has a live id, `bound` is true while the show is active or paused,
 * because no two such shows in a workspace may use the same broadcast.
 */
@Entity('show_sources')
@Index('IDX_show_sources_show', ['showId', 'position'])
@Index('UQ_show_sources_bound_live', ['workspaceId', 'platform', 'liveId'], { unique: true, where: 'bound' })
export class ShowSourceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_show_sources' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_show_sources_show' })
  showId!: string;

  @Column('uuid')
  workspaceId!: string;

  @Column('int')
  position!: number;

  @Column('text')
  platform!: PlatformId;

  @Column('uuid', { nullable: true })
  connectionId!: string | null;

  @Column('text', { nullable: true })
  liveId!: string | null;

  @Column('text', { nullable: true })
  liveUrl!: string | null;

  @Column('boolean', { default: false })
  bound!: boolean;
}
