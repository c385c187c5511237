import { PlatformError } from '@sellary/extension-kit';

const ID = /^\d{5,25}$/;

/**
 * Accepts only a broadcast's media id, because no instagram.com address contains an id that the API accepts.
 * @throws PlatformError `rejected` with advice
 */
export function instagramIdIn(link: string): string {
  const text = link.trim();
  if (ID.test(text)) return text;
  throw new PlatformError(
    'rejected',
    "Instagram's addresses do not contain the id of a broadcast. Select “Find live videos” while the broadcast runs, or paste its media id.",
  );
}
