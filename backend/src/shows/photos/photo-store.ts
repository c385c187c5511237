/** Injection token of the `PhotoStore`. */
export const PHOTO_STORE = Symbol('PHOTO_STORE');

/** A failure of the store, such as a full disk or a server that does not respond. */
export class PhotoStoreError extends Error {}

/**
 * Stores photo files in the data folder or in a bucket, as configured. Names consist of letters, digits,
 * hyphens, and one dot.
 */
export interface PhotoStore {
  /**
   * Resolves when the file would survive a power failure. Replaces a file with the same name.
   * @throws PhotoStoreError
   */
  put(name: string, content: Buffer): Promise<void>;
  /**
   * @returns null if there is no such file
   * @throws PhotoStoreError
   */
  get(name: string): Promise<Buffer | null>;
  /**
   * Also succeeds if there is no such file.
   * @throws PhotoStoreError
   */
  delete(name: string): Promise<void>;
}
