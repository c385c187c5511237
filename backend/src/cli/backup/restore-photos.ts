import { existsSync, mkdirSync, type ReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceDurably } from '../../kernel';
import { readBackup } from './read-backup';

/** File names that the product gives to photos. Another name could lead out of the folder. */
const PHOTO_NAME = /^photos\/[0-9a-f]{2}\/[0-9a-f]{40}-(small|large)\.webp$/;

/**
 * Writes the photos of a backup into the data folder, one after the other. A photo that exists already is not
 * written again, because a name belongs to one photo only.
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
