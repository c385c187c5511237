import type { PlatformId } from '@sellary/contracts';
import type { ReadComment } from '@sellary/extension-kit';
import { ShowEntity } from '../../shows';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * A comment that a delayed scan has read, and that waits for older comments before it is decided. It is
 * stored so that it survives if the process dies and the platform deletes the comment.
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
