/** Injection token of the `PhotoStore`. */
export const PHOTO_STORE = Symbol('PHOTO_STORE');

/** A store that could not do its work: a full disk, or a server that does not respond. */
export class PhotoStoreError extends Error {}

/**
 * Keeps the files of photos. Bound by the configuration: the data folder, or a bucket. Names are made of
 * letters, digits, hyphens, and one dot.
 */
export interface PhotoStore {
  /**
   * Resolves when the file would survive a power cut. Replaces one with the same name.
   * @throws PhotoStoreError
   */
  put(name: string, content: Buffer): Promise<void>;
  /**
   * @returns null if there is no such file
   * @throws PhotoStoreError
   */
  get(name: string): Promise<Buffer | null>;
  /**
   * A file that does not exist is a success.
   * @throws PhotoStoreError
   */
  delete(name: string): Promise<void>;
}
