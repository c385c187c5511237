import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PHOTO_SIZES } from '@sellary/contracts';
import { Clock, runEvery, Transactions } from '../../kernel';
import { photoFileName } from './item-photos';
import { PHOTO_STORE, type PhotoStore } from './photo-store';

const CLEANUP_INTERVAL_MS = 10 * 60_000;
/**
 * An unused upload that is older than this will not be assigned to an item, because the act for it was
 * refused or the process was killed.
 */
const MAX_UNUSED_MS = 3_600_000;
const PAGE_SIZE = 200;
const HAS_NO_ITEM = `NOT EXISTS (SELECT 1 FROM show_items i WHERE i.photo = p.id)
  AND NOT EXISTS (SELECT 1 FROM show_template_photos t WHERE t.photo = p.id)`;

/** A photo that no item in a show or template uses. */
interface UnusedPhoto {
  id: string;
  addedAt: Date;
}

/**
 * Deletes photos that are no longer used, because their items, shows, templates, or workspaces were deleted,
 * or the items got another photo.
 */
@Injectable()
export class PhotoCleanup implements OnApplicationBootstrap, OnApplicationShutdown {
  private stop: () => void = () => undefined;

  constructor(
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = runEvery('photo cleaning', CLEANUP_INTERVAL_MS, () => this.run());
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  /**
   * Deletes all unused photos, one at a time. If the store fails, the rest waits for the next run.
   * @returns the number of deleted photos
   */
  async run(): Promise<number> {
    let deleted = 0;
    let after: UnusedPhoto | null = null;
    for (;;) {
      const page: UnusedPhoto[] = await this.readUnused(after);
      for (const { id } of page) if (await this.delete(id)) deleted += 1;
      after = page.at(-1) ?? null;
      if (after === null) return deleted;
    }
  }

  /** Continues after the last page, so that photos in use are not scanned again for each unused photo. */
  private readUnused(after: UnusedPhoto | null): Promise<UnusedPhoto[]> {
    return this.transactions.run(async (tx) => {
      await tx.raiseLimits();
      return tx.query<UnusedPhoto>(
        `SELECT id, added_at AS "addedAt" FROM item_photos p
         WHERE added_at < $1 AND ($2::timestamptz IS NULL OR (added_at, id) > ($2, $3)) AND ${HAS_NO_ITEM}
         ORDER BY added_at, id LIMIT ${PAGE_SIZE}`,
        [this.addedBefore(), after?.addedAt ?? null, after?.id ?? ''],
      );
    });
  }

  /**
   * Locks the row until its files are deleted, so that an upload of the same photo waits and then stores it
   * again.
   * @returns false if the photo is now in use or is being uploaded
   */
  private delete(id: string): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      await tx.raiseLimits();
      const rows = await tx.query(
        `SELECT 1 FROM item_photos p WHERE id = $1 AND added_at < $2 AND ${HAS_NO_ITEM} FOR UPDATE SKIP LOCKED`,
        [id, this.addedBefore()],
      );
      if (rows.length === 0) return false;
      // Deletes the row before the files because the foreign key rejects this if an item has just received
      // the photo.
      await tx.query('DELETE FROM item_photos WHERE id = $1', [id]);
      for (const size of PHOTO_SIZES) await this.store.delete(photoFileName(id, size));
      return true;
    });
  }

  private addedBefore(): Date {
    return new Date(this.clock.now() - MAX_UNUSED_MS);
  }
}
