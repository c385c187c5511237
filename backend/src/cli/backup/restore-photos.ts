import { existsSync, mkdirSync, type ReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceDurably } from '../../kernel';
import { readBackup } from './read-backup';

/** Photo file names as the product creates them. Any other name could point outside the folder. */
const PHOTO_NAME = /^photos\/[0-9a-f]{2}\/[0-9a-f]{40}-(small|large)\.webp$/;

/**
 * Writes a backup's photos into the data folder, one at a time. A photo that already exists is not written
 * again, because a file with the same name is the same photo.
 * @returns the number of photo files in the backup
 */
export async function restorePhotos(input: ReadStream, dataDir: string): Promise<number> {
  let photos = 0;
  await readBackup(input, {
    file: (name, content) => {
      if (!PHOTO_NAME.test(name)) return;
      const target = join(dataDir, name);
      mkdirSync(dirname(target), { recursive: true });
      if (!existsSync(target)) replaceDurably(target, content);
      photos += 1;
    },
  });
  return photos;
}
