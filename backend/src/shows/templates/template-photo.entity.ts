import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ItemPhotoEntity } from '../photos/item-photo.entity';
import { ShowTemplateEntity } from './show-template.entity';

/** A photo of an item of a template. It keeps the photo from being deleted with the show that it came from. */
@Entity('show_template_photos')
export class TemplatePhotoEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_show_template_photos' })
  @ForeignKey(() => ShowTemplateEntity, { onDelete: 'CASCADE', name: 'FK_show_template_photos_template' })
  templateId!: string;

  /** Place of the item in the template. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_show_template_photos' })
  item!: number;

  @Index('IX_show_template_photos_photo')
  @Column('text')
  @ForeignKey(() => ItemPhotoEntity, { name: 'FK_show_template_photos_photo' })
  photo!: string;
}
