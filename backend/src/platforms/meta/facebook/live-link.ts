import { PlatformError } from '@sellary/extension-kit';

const ID_IN_PATH = /\/(?:videos|reel|reels|live)\/(?:[^/]+\/)*?(\d{5,25})\/?$/;
const ID = /^\d{5,25}(_\d{5,25})?$/;
const SHORTENED = /^(fb\.watch|fb\.me|fb\.gg)$|\/share\//;

const rejection = (message: string): PlatformError => new PlatformError('rejected', message);

/**
 * Extracts the id from text pasted by an operator: a video's full address (not a shortened link), the address
 * inside an embed code, or a bare id.
 * @throws PlatformError `rejected`, with advice on what to paste instead
 */
export function facebookIdIn(link: string): string {
  const text = link.trim();
  if (ID.test(text)) return text;
  const url = urlIn(text);
  if (url === null) throw rejection('Paste the link or ID of a live video on Facebook.');
  const host = url.hostname.replace(/^(www|m|web|mbasic|business)\./, '');
  if (SHORTENED.test(host) || SHORTENED.test(url.pathname)) {
    throw rejection('This is a shortened link. Open it in a browser and paste the full link.');
  }
  if (host !== 'facebook.com' && !host.endsWith('.facebook.com')) {
    throw rejection('This is not a link to facebook.com.');
  }
  const embedded = url.searchParams.get('href');
  if (url.pathname.startsWith('/plugins/') && embedded !== null) return facebookIdIn(embedded);
  const id = [
    url.searchParams.get('v'),
    url.searchParams.get('video_id'),
    ID_IN_PATH.exec(url.pathname)?.[1],
  ].find((candidate) => ID.test(candidate ?? ''));
  if (id === undefined || id === null) {
    throw rejection('This link does not contain a video ID. Open the live video and paste its link.');
  }
  return id;
}

function urlIn(text: string): URL | null {
  const embedded = /src="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
  const candidate = embedded ?? (/^https?:\/\//i.test(text) ? text : `https://${text}`);
  return URL.canParse(candidate) && candidate.includes('.') ? new URL(candidate) : null;
}
