/** Maximum size of a photo that `PUT /api/shows/:id/items/:itemId/photo` accepts, in bytes. */
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
/** Maximum number of pixels in a photo: enough for any phone, but too few to fill the server's memory. */
export const MAX_PHOTO_PIXELS = 50_000_000;

/** `small` is cropped to a square; `large` is the whole photo. */
export const PHOTO_SIZES = ['small', 'large'] as const;
export type PhotoSize = (typeof PHOTO_SIZES)[number];

/** Maximum width and height of each size, in pixels. */
export const MAX_PHOTO_EDGE_PIXELS: Record<PhotoSize, number> = { small: 128, large: 1_080 };

/**
 * URL of a photo. It cannot be guessed, its content never changes, and it needs no token, so an `<img>` can
 * display it.
 */
export const photoAddress = (photo: string, size: PhotoSize): string => `/photos/${photo}-${size}.webp`;
