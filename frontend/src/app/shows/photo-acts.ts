import { Injectable, inject } from '@angular/core';
import { type Item, MAX_PHOTO_BYTES, photoAddress } from '@sellary/contracts';
import { ShowsApi } from '../api/shows-api';
import { formatMegabytes } from '../i18n/format-locale';
import { Notices } from '../ui/notices';
import { preparedPhoto } from './prepared-photo';

/** Saves and removes item photos, and reports failures. */
@Injectable({ providedIn: 'root' })
export class PhotoActs {
  private readonly api = inject(ShowsApi);
  private readonly notices = inject(Notices);

  /** @returns the item with its photo, or null if the photo was not saved and the user was notified */
  async save(showId: string, item: Item, file: Blob): Promise<Item | null> {
    const photo = await preparedPhoto(file);
    if (photo === null) {
      this.notices.show(
        $localize`:@@shows.photo.too-large:The photo of #${item.itemNumber}:number: is larger than ${formatMegabytes(MAX_PHOTO_BYTES)}:size:, so it was not saved. Choose a smaller one.`,
      );
      return null;
    }
    try {
      return await this.api.setPhoto(showId, item.id, photo);
    } catch (failure) {
      this.notices.fail(
        failure,
        $localize`:@@shows.photo.not-saved:The photo of #${item.itemNumber}:number: was not saved`,
      );
      return null;
    }
  }

  /** Restores an item's photo after the item's deletion is undone. The server still has the photo. */
  async restore(showId: string, item: Item, photo: string): Promise<void> {
    const file = await fetch(photoAddress(photo, 'large'))
      .then((response) => (response.ok ? response.blob() : null))
      .catch(() => null);
    if (file !== null) await this.save(showId, item, file);
    else {
      this.notices.warn(
        $localize`:@@shows.photo.not-restored:The photo of #${item.itemNumber}:number: was not restored`,
      );
    }
  }

  /** @returns the item without its photo, or null if the photo was not removed */
  async remove(showId: string, item: Item): Promise<Item | null> {
    try {
      return await this.api.removePhoto(showId, item.id);
    } catch (failure) {
      this.notices.fail(
        failure,
        $localize`:@@shows.photo.not-removed:The photo of #${item.itemNumber}:number: was not removed`,
      );
      return null;
    }
  }
}
