import { join } from 'node:path';
import type { AppConfig } from '../../kernel';
import { FolderPhotos } from './folder-photos';
import type { PhotoStore } from './photo-store';
import { PHOTOS_SECTION } from './photos.config';
import { S3Photos } from './s3-photos';

/** Photo folder inside the data folder. */
const PHOTO_FOLDER = 'photos';

/** The configured photo store. */
export function photoStoreOf({ sections, dataDir, proxies }: AppConfig): PhotoStore {
  const { s3 } = sections.get(PHOTOS_SECTION);
  return s3 === null ? new FolderPhotos(join(dataDir, PHOTO_FOLDER)) : new S3Photos(s3, proxies);
}
