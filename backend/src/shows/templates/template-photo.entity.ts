import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ItemPhotoEntity } from '../photos/item-photo.entity';
import { ShowTemplateEntity } from './show-template.entity';

/** A template item's photo. This row keeps the photo when the show it came from is deleted. */
@Entity('show_template_photos')
export class TemplatePhotoEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_show_template_photos' })
  @ForeignKey(() => ShowTemplateEntity, { onDelete: 'CASCADE', name: 'FK_show_template_photos_template' })
  templateId!: string;

  /** Index of the item in the template, from 0. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_show_template_photos' })
  item!: number;

  @Index('IX_show_template_photos_photo')
  @Column('text')
  @ForeignKey(() => ItemPhotoEntity, { name: 'FK_show_template_photos_photo' })
  photo!: string;
}
