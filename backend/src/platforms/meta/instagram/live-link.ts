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
    'Instagram links do not contain the ID of a live video. Select Find live videos while the video is live, or paste its media ID.',
  );
}
