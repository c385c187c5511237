import { MAX_PHOTO_BYTES } from '@sellary/contracts';

const ACCEPTED_TYPES = ['image/jpeg', 'image/png', 'image/webp'];
/** An accepted file up to this size is sent unchanged. */
const MAX_UNCHANGED_BYTES = 1_000_000;
/** Maximum width and height of a redrawn photo. The server stores a smaller image. */
const MAX_REDRAWN_PIXELS = 1_600;
const QUALITY = 0.88;

/**
 * The photo to send: small enough for a mobile network, and in a format that the server can read, unlike an
 * iPhone's HEIC photos. A file that this browser cannot read is not changed.
 * @returns null if the result is larger than the server accepts
 */
export async function preparedPhoto(file: Blob): Promise<Blob | null> {
  const isReady = ACCEPTED_TYPES.includes(file.type) && file.size <= MAX_UNCHANGED_BYTES;
  const result = isReady ? file : ((await redrawn(file)) ?? file);
  return result.size > MAX_PHOTO_BYTES ? null : result;
}

async function redrawn(file: Blob): Promise<Blob | null> {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, MAX_REDRAWN_PIXELS / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    const context = canvas.getContext('2d');
    if (context === null) return null;
    // JPEG has no transparency. Transparent parts would become black.
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  } catch {
    return null;
  }
}
