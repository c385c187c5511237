import { followShow } from '../../../viewer-pages/follow-show';

describe('the pages for viewers', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('A poll after an event does not ask whether the content of an earlier poll is unchanged.', async () => {
    const polledTags: (string | undefined)[] = [];
    let connections = 0;
    // The second connection sends one event. After the next poll, the link has ended.
    const responses = {
      events: () => {
        const chunks = ++connections === 2 ? ['data: {}\n\n'] : [];
        const read = async () => {
          const value = chunks.shift();
          return { done: value === undefined, value };
        };
        return { ok: true, status: 200, body: { pipeThrough: () => ({ getReader: () => ({ read }) }) } };
      },
      show: () => ({
        ok: connections < 2,
        status: connections < 2 ? 200 : 404,
        headers: new Headers({ ETag: '"a"' }),
        json: async () => ({}),
      }),
    };
    Object.assign(globalThis, {
      TextDecoderStream: class {},
      fetch: async (path: string, { headers }: { headers: Record<string, string> }) => {
        if (path.endsWith('/events')) return responses.events();
        polledTags.push(headers['If-None-Match']);
        return responses.show();
      },
    });
    const done = followShow('token', { onShow: () => undefined, onState: () => undefined });
    await jest.advanceTimersByTimeAsync(24 * 6_000 + 6_000);
    await done;
    expect(polledTags.slice(0, 2)).toEqual([undefined, '"a"']);
    expect(polledTags).toHaveLength(25);
    expect(polledTags.at(-1)).toBeUndefined();
  });
});
