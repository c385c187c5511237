import { Injectable } from '@nestjs/common';
import type { Item } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import type { Principal } from '../../auth';
import { ApiError, poolReader } from '../../kernel';
import { ItemPhotos, ShowAccess } from '../../shows';
import { ItemActs } from './item-acts';

/** Sets or removes an item's photo. The photo is stored before the show is locked. */
@Injectable()
export class PhotoActs {
  constructor(
    private readonly items: ItemActs,
    private readonly photos: ItemPhotos,
    private readonly access: ShowAccess,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Sets or replaces the item's photo.
   * @throws ApiError NOT_FOUND, VALIDATION_FAILED, and any error from `ItemPhotos.add`
   */
  async set(principal: Principal, showId: string, itemId: string, bytes: Buffer): Promise<Item> {
    await this.access.assertVisible(principal.workspaceId, showId);
    // Checked before the photo is decoded, because decoding is much more expensive.
    const [item] = await poolReader(this.dataSource).prepared(
      'SELECT 1 FROM show_items WHERE id = $1 AND show_id = $2',
      [itemId, showId],
    );
    if (item === undefined) throw ApiError.notFound('item');
    const photo = await this.photos.add(principal, bytes);
    return this.items.update(principal, showId, itemId, { photo });
  }

  /**
   * Does nothing if the item has no photo.
   * @throws ApiError NOT_FOUND
   */
  async remove(principal: Principal, showId: string, itemId: string): Promise<Item> {
    return this.items.update(principal, showId, itemId, { photo: null });
  }
}
