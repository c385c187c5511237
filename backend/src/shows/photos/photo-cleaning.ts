import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PHOTO_SIZES } from '@sellary/contracts';
import { Clock, every, Transactions } from '../../kernel';
import { photoFileName } from './item-photos';
import { PHOTO_STORE, type PhotoStore } from './photo-store';

const CLEANING_MS = 10 * 60_000;
/** An upload that no item has after this time was left behind: by a refused act, or by a killed process. */
const MAX_LOOSE_MS = 3_600_000;

/**
 * Deletes the photos that no item has any more: their items, shows, or workspaces were deleted, or they got
 * another photo.
 */
@Injectable()
export class PhotoCleaning implements OnApplicationBootstrap, OnApplicationShutdown {
  private end: (() => void) | null = null;

  constructor(
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.end = every('photo cleaning', CLEANING_MS, () => this.run());
  }

  onApplicationShutdown(): void {
    this.end?.();
  }

  /**
   * Deletes one photo after the other until none is left. If the store fails, the rest waits for the next
   * time.
   * @returns the number of deleted photos
   */
  async run(): Promise<number> {
    let deleted = 0;
    while (await this.deleteNext()) deleted += 1;
    return deleted;
  }

  /** The row is locked until its files are gone: an upload of the same photo waits, and then stores it anew. */
  private deleteNext(): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      await tx.liftLimits();
      const [photo] = await tx.query<{ id: string }>(
        `SELECT p.id FROM item_photos p WHERE p.added_at < $1 AND NOT EXISTS (SELECT 1 FROM show_items i WHERE i.photo = p.id)
         ORDER BY p.added_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [new Date(this.clock.now() - MAX_LOOSE_MS)],
      );
      if (photo === undefined) return false;
      // Before the files: the foreign key refuses if an item got the photo in this moment.
      await tx.query('DELETE FROM item_photos WHERE id = $1', [photo.id]);
      for (const size of PHOTO_SIZES) await this.store.delete(photoFileName(photo.id, size));
      return true;
    });
  }
}
