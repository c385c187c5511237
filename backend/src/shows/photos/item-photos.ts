import { Inject, Injectable, Logger } from '@nestjs/common';
import { PHOTO_SIZES, type PhotoSize } from '@sellary/contracts';
import { createHash } from 'node:crypto';
import { ApiError, CallSlots, Clock, Transactions } from '../../kernel';
import type { Principal } from '../../auth';
import { PHOTO_STORE, type PhotoStore, PhotoStoreError } from './photo-store';
import { shrinkPhoto } from './shrink-photo';

/** A photo's file name in one size. It is the same in every store. */
export const photoFileName = (photo: string, size: PhotoSize): string => `${photo}-${size}.webp`;

/** Stores uploaded photos. A claim engine act then gives a photo to an item. */
@Injectable()
export class ItemPhotos {
  private readonly log = new Logger('Photos');
  /** Decoding takes memory and a thread, so each workspace decodes one photo at a time. */
  private readonly slots = new CallSlots({
    perWorkspace: 1,
    total: 2,
    waitingPerWorkspace: 50,
    maxWaitMs: 30_000,
    name: 'photo uploads',
  });

  constructor(
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores an upload for the workspace.
   * @returns the photo's id, which is the same for the same content
   * @throws ApiError UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, PHOTO_UNREADABLE, PHOTO_NOT_STORED,
   * RATE_LIMITED
   */
  async add(principal: Principal, bytes: Buffer): Promise<string> {
    const id = photoId(principal.workspaceId, bytes);
    const files = await this.slots.run(principal, () => shrinkPhoto(bytes));
    // Writes the row first, so that a process killed here does not leave a file without a row. Waits while
    // the same photo is being deleted.
    await this.transactions.run((tx) =>
      tx.query(
        `INSERT INTO item_photos (id, added_at) VALUES ($1, $2)
         ON CONFLICT (id) DO UPDATE SET added_at = excluded.added_at`,
        [id, new Date(this.clock.now())],
      ),
    );
    try {
      for (const size of PHOTO_SIZES) await this.store.put(photoFileName(id, size), files[size]);
    } catch (error) {
      if (!(error instanceof PhotoStoreError)) throw error;
      this.log.error(error.message);
      throw new ApiError(
        'PHOTO_NOT_STORED',
        'Photo storage is not working, so the photo was not saved. The sale continues. Try again in a moment.',
      );
    }
    return id;
  }
}

/**
 * Hash of the workspace and the upload, so that a user with the same photo cannot guess its address in
 * another workspace.
 */
const photoId = (workspaceId: string, bytes: Buffer): string =>
  createHash('sha256').update(`${workspaceId}\n`).update(bytes).digest('hex').slice(0, 40);
