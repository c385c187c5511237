import type { StartConnectingResult } from '@sellary/contracts';
import type { Caller } from './caller';

/**
 * Starts a sign-in to a platform. `complete` finishes it by following the redirect, as a browser would after
 * the platform's consent dialog.
 */
export async function signIn(
  url: string,
  caller: Pick<Caller, 'call'>,
  platform: string,
  body: Record<string, unknown> = {},
) {
  const started = await caller.call<StartConnectingResult>(
    'POST',
    `/api/connections/oauth/${platform}/start`,
    body,
  );
  const authorizeUrl = new URL(started.body.authorizeUrl);
  const state = authorizeUrl.searchParams.get('state') ?? '';
  const cookie = started.headers.get('set-cookie')?.split(';')[0] ?? '';
  const complete = async (query: Record<string, string>, withCookie = cookie): Promise<URL> => {
    const callback = `${url}/api/connections/oauth/${platform}/callback?${new URLSearchParams(query).toString()}`;
    const response = await fetch(callback, {
      redirect: 'manual',
      headers: withCookie === '' ? {} : { cookie: withCookie },
    });
    if (response.status !== 302) throw new Error(`The callback returned ${response.status}`);
    return new URL(response.headers.get('location') ?? '', url);
  };
  return { authorizeUrl, state, cookie, setCookie: started.headers.get('set-cookie') ?? '', complete };
}
