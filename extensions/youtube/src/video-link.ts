import { PlatformError } from '@sellary/extension-kit';

export const VIDEO_ID = /^[\w-]{11}$/;
export const HOSTS = ['youtube.com', 'youtu.be'] as const;
const VIDEO_ID_IN_PATH = /^\/(?:live|shorts|embed|v)\/([\w-]{11})(?:\/|$)/;

/**
 * The id in a pasted video link, or the pasted id itself.
 * @throws PlatformError `rejected`, whose message says what to paste instead
 */
export function videoIdIn(link: string): string {
  const text = link.trim();
  if (VIDEO_ID.test(text)) return text;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) && address.includes('.') ? new URL(address) : null;
  if (url === null) {
    throw new PlatformError('rejected', 'Paste the link or ID of a live video on YouTube.');
  }
  const isOn = (host: string): boolean => url.hostname === host || url.hostname.endsWith(`.${host}`);
  if (!HOSTS.some(isOn)) {
    throw new PlatformError(
      'rejected',
      'This is not a YouTube link. Paste the link or ID of a live video on YouTube.',
    );
  }
  const id = isOn('youtu.be')
    ? url.pathname.slice(1)
    : (url.searchParams.get('v') ?? VIDEO_ID_IN_PATH.exec(url.pathname)?.[1] ?? '');
  if (!VIDEO_ID.test(id)) {
    throw new PlatformError(
      'rejected',
      'This link does not contain a video ID. Open the live video and paste its link.',
    );
  }
  return id;
}
