import { MAX_PHOTO_PIXELS, MAX_PHOTO_EDGE_PIXELS, type PhotoSize } from '@sellary/contracts';
import type sharp from 'sharp';
import { ApiError } from '../../kernel';

/** Decoding is stopped after this time, because other photos are waiting. */
const MAX_DECODE_SECONDS = 10;
const QUALITY = 80;

/** Checks of a file's first bytes, one for each accepted format. */
const FORMATS: readonly ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
];

/** A photo in every size. */
type PhotoFiles = Record<PhotoSize, Buffer>;

/**
 * Re-encodes a photo in every size, upright, as WebP. Nothing else from the upload is kept: no location, no
 * camera, no comment, and nothing after the picture in the file. Runs outside the main thread.
 * @throws ApiError UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, PHOTO_UNREADABLE
 */
export async function shrinkPhoto(bytes: Buffer): Promise<PhotoFiles> {
  if (!FORMATS.some((matches) => matches(bytes))) {
    throw new ApiError(
      'UNSUPPORTED_MEDIA_TYPE',
      'This file format is not supported. Use a JPEG, PNG, or WebP file.',
    );
  }
  const openPhoto = await decoder();
  try {
    const { width, height } = await openPhoto(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PHOTO_PIXELS) throw tooManyPixels();
    return {
      small: await encode(openPhoto(bytes, DECODE_OPTIONS), 'small', 'cover'),
      large: await encode(openPhoto(bytes, DECODE_OPTIONS), 'large', 'inside'),
    };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError(
      'PHOTO_UNREADABLE',
      'The photo is damaged or incomplete, so it was not saved. Take it again, or choose another one.',
    );
  }
}

/** sharp with its limits, loaded for the first photo so that a server without photos saves 20 MB. */
let loading: Promise<typeof sharp> | undefined;
const decoder = (): Promise<typeof sharp> => (loading ??= loadDecoder());

async function loadDecoder(): Promise<typeof sharp> {
  const { default: library } = await import('sharp');
  // One thread per photo and no file cache, because claims matter more than photos.
  library.concurrency(1);
  library.cache(false);
  // Enables only the decoders for accepted formats. The others have had more bugs, and SVG can load files.
  library.block({ operation: ['VipsForeignLoad'] });
  library.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  return library;
}

const DECODE_OPTIONS = { limitInputPixels: MAX_PHOTO_PIXELS, failOn: 'error' } as const;

const encode = (photo: sharp.Sharp, size: PhotoSize, fit: 'cover' | 'inside'): Promise<Buffer> =>
  photo
    .autoOrient()
    .resize({
      width: MAX_PHOTO_EDGE_PIXELS[size],
      height: MAX_PHOTO_EDGE_PIXELS[size],
      fit,
      withoutEnlargement: fit === 'inside',
    })
    .timeout({ seconds: MAX_DECODE_SECONDS })
    .webp({ quality: QUALITY })
    .toBuffer();

const tooManyPixels = (): ApiError =>
  new ApiError(
    'PAYLOAD_TOO_LARGE',
    `The photo has more than ${MAX_PHOTO_PIXELS / 1_000_000} million pixels. Make it smaller, then upload it again.`,
  );
