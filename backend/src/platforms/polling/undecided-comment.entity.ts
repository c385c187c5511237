import type { PlatformId } from '@sellary/contracts';
import type { ReadComment } from '@sellary/extension-kit';
import { ShowEntity } from '../../shows';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * A comment that a stalled scan has read and that is not decided yet. It waits for older ones, so that all
 * are decided in order of their time. If the process dies and the platform deletes it meanwhile, it is not
 * lost.
 */
@Entity('undecided_comments')
export class UndecidedCommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_undecided_comments' })
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_undecided_comments_show' })
  showId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_undecided_comments' })
  platform!: PlatformId;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_undecided_comments' })
  liveId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_undecided_comments' })
  commentId!: string;

  @Column('json')
  comment!: ReadComment;
}
