import type { Platform } from '@sellary/contracts';
import { ShowEntity } from '../../shows';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ReadComment } from '../platform-adapter';

/**
 * A comment that a walk which is held up has read and not yet brought to a decision. It waits for older ones, so that all are decided in the order
 * they were said; should the process die and the platform delete it meanwhile, it is still known.
 */
@Entity('undecided_comments')
export class UndecidedCommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_undecided_comments' })
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_undecided_comments_show' })
  showId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_undecided_comments' })
  platform!: Platform;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_undecided_comments' })
  liveId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_undecided_comments' })
  commentId!: string;

  @Column('json')
  comment!: ReadComment;
}
