import type {
  EmitCommentRequest,
  EmitCommentResult,
  ItemInput,
  Session,
  Show,
  ShowWithItems,
} from '@sellary/contracts';
import { randomBytes } from 'node:crypto';

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** An operator in a test: a user with their own workspace, who calls the API. */
export interface Caller {
  session: Session;
  /** Calls the API as this user. */
  call<T = Record<string, never>>(method: string, path: string, body?: unknown): Promise<Answer<T>>;
  /** Creates an active show with these items, and a rehearsal source unless `extra` has other `sources`. */
  activeShow(items: ItemInput[], extra?: Record<string, unknown>): Promise<ShowWithItems>;
  /** A viewer writes a comment in a show with a rehearsal source. Resolves when the comment is decided. */
  say(
    showId: string,
    user: string,
    text: string,
    extra?: Partial<EmitCommentRequest>,
  ): Promise<EmitCommentResult>;
}

/** Calls the API; a null `token` means no session. Strings and bytes are sent unchanged, all else as JSON. */
export async function call<T>(
  url: string,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<T>> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(body === undefined || body instanceof Uint8Array ? {} : { 'content-type': 'application/json' }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: bodyOf(body) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as T };
}

const bodyOf = (body: unknown): string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array
    ? (body as string | Uint8Array<ArrayBuffer>)
    : JSON.stringify(body);

/** Registers a new user with a new workspace. `currentUrl` returns the address, which a restart changes. */
export async function newCaller(url: string, currentUrl = (): string => url): Promise<Caller> {
  const email = `${randomBytes(8).toString('hex')}@example.com`;
  const { body: session } = await call<Session>(url, null, 'POST', '/api/auth/register', {
    email,
    password: 'correct horse',
    name: 'Olga Operator',
  });
  const caller: Caller = {
    session,
    call: (method, path, body) => call(currentUrl(), session.accessToken, method, path, body),
    activeShow: async (items, extra = {}) => {
      const { body: show } = await caller.call<Show>('POST', '/api/shows', {
        name: 'Test sale',
        sources: [{ platform: 'rehearsal' }],
        ...extra,
      });
      if (items.length > 0) await caller.call('POST', `/api/shows/${show.id}/items`, { items });
      await caller.call('POST', `/api/shows/${show.id}/activate`, {});
      return (await caller.call<ShowWithItems>('GET', `/api/shows/${show.id}`)).body;
    },
    say: async (showId, user, text, extra = {}) =>
      (
        await caller.call<EmitCommentResult>('POST', '/api/debug/emit-comment', {
          showId,
          userId: user,
          userHandle: user,
          text,
          ...extra,
        })
      ).body,
  };
  return caller;
}
