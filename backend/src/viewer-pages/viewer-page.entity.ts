import { VIEWER_PAGE_KINDS, type ViewerPageKind, WINNER_NAMES, type WinnerNames } from '@sellary/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sqlWords } from '../kernel';
import { ShowEntity } from '../shows';

/** The link to a page that viewers of a show may see. */
@Entity('viewer_pages')
@Check('CHK_viewer_pages_kind', `kind IN ${sqlWords(VIEWER_PAGE_KINDS)}`)
@Check('CHK_viewer_pages_names', `names IN ${sqlWords(WINNER_NAMES)}`)
@Index('UQ_viewer_pages_token', ['tokenHash'], { unique: true })
export class ViewerPageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_viewer_pages' })
  @ForeignKey(() => ShowEntity, { onDelete: 'CASCADE', name: 'FK_viewer_pages_show' })
  showId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_viewer_pages' })
  kind!: ViewerPageKind;

  /** SHA-256 of the token in the link, so that read access to the table does not open the page. */
  @Column('bytea')
  tokenHash!: Buffer;

  @Column('text')
  names!: WinnerNames;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}
