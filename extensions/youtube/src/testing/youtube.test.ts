import { type OpenConnection, PlatformError } from '@sellary/extension-kit';
import { type AdapterRig, checkAdapter } from '@sellary/extension-kit/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorOf } from '../youtube-errors';
import { videoIdIn } from '../video-link';
import { youtubeAdapter } from '../youtube.adapter';
import { FakeYoutube, FAILURE_KINDS } from './fake-youtube';

const NO_ACCOUNT = {} as OpenConnection;

async function rig(): Promise<AdapterRig> {
  const youtube = await FakeYoutube.start();
  return {
    options: { adapters: [youtubeAdapter({ apiKey: 'the-key', apiUrl: youtube.url })] },
    source: () => Promise.resolve({ platform: 'youtube', liveId: youtube.videoId }),
    say: (author, text) => youtube.say(author, text),
    sayHidden: (text) => youtube.say(null, text),
    remove: (id) => youtube.remove(id),
    repeat: () => youtube.repeat(),
    sendGarbage: () => youtube.sendGarbage(),
    kinds: FAILURE_KINDS,
    fail: (kind) => youtube.failWith(kind),
    close: () => youtube.close(),
  };
}

describe('YouTube', () => {
  it("The adapter passes the kit's checks.", async () => {
    const { skipped } = await checkAdapter(rig);
    assert.deepEqual(skipped, [
      'Endless paging does not delay comments.',
      'An edit on the platform is recorded, and the decision does not change.',
      'A "held-back" failure is reported as PLATFORM_ERROR.',
      'A "reconnect" failure is reported as CONNECTION_EXPIRED.',
      'A "revoked" failure is reported as CONNECTION_EXPIRED.',
    ]);
  });

  it('The last messages are read even if the chat is already over.', async () => {
    const youtube = await FakeYoutube.start();
    try {
      const { comments, discover } = youtubeAdapter({ apiKey: 'the-key', apiUrl: youtube.url });
      assert.equal(comments.kind, 'cursor');
      const id = youtube.say('ann', 'sold 12');
      youtube.end();
      const query = { liveId: youtube.videoId, since: 0 };
      // A cursor from before the chat ended: the chat, a space, and a page token that is still empty.
      const page = await comments.next(NO_ACCOUNT, { ...query, cursor: 'chat-1 ' });
      assert.deepEqual([page.comments.map(({ commentId }) => commentId), page.ended], [[id], true]);
      const after = await comments.next(NO_ACCOUNT, { ...query, cursor: page.cursor });
      assert.deepEqual([after.comments, after.ended], [[], true]);
      assert.equal((await discover?.broadcast(NO_ACCOUNT, youtube.videoId))?.isOver, true);
    } finally {
      await youtube.close();
    }
  });

  it("A video's state is requested at most once a minute, because each call uses quota.", async () => {
    const youtube = await FakeYoutube.start();
    try {
      const { discover } = youtubeAdapter({ apiKey: 'the-key', apiUrl: youtube.url });
      for (let i = 0; i < 5; i++) await discover?.broadcast(NO_ACCOUNT, youtube.videoId);
      assert.deepEqual(youtube.calls, ['/videos']);
    } finally {
      await youtube.close();
    }
  });

  it('A key that Google reports only as a bad request means that the server is misconfigured.', () => {
    const message = 'API key not valid. Please pass a valid API key.';
    const error = errorOf(400, {
      error: { code: 400, message, errors: [{ message, reason: 'badRequest' }] },
    });
    assert.equal(error.kind, 'misconfigured');
  });

  it('Once the quota is used up, the whole server is throttled until midnight Pacific time.', () => {
    const body = { error: { errors: [{ reason: 'quotaExceeded' }] } };
    const error = errorOf(403, body, Date.parse('2026-07-01T06:00:00Z'));
    assert.deepEqual([error.kind, error.scope, error.retryAfterMs], ['throttled', 'app', 3_600_000]);
  });

  it('On a day with 23 or 25 hours, the pause also ends at midnight Pacific time.', () => {
    const body = { error: { errors: [{ reason: 'quotaExceeded' }] } };
    for (const [now, midnight] of [
      // Daylight saving time ends at 09:00Z on November 1, and begins at 10:00Z on March 14.
      ['2026-11-01T07:30:00Z', '2026-11-02T08:00:00.000Z'],
      ['2026-11-01T08:30:00Z', '2026-11-02T08:00:00.000Z'],
      ['2026-11-01T09:30:00Z', '2026-11-02T08:00:00.000Z'],
      ['2026-11-02T07:30:00Z', '2026-11-02T08:00:00.000Z'],
      ['2027-03-14T08:30:00Z', '2027-03-15T07:00:00.000Z'],
      ['2027-03-14T10:30:00Z', '2027-03-15T07:00:00.000Z'],
      ['2027-03-15T06:30:00Z', '2027-03-15T07:00:00.000Z'],
    ] as const) {
      const { retryAfterMs } = errorOf(403, body, Date.parse(now));
      assert.equal(new Date(Date.parse(now) + (retryAfterMs ?? 0)).toISOString(), midnight, now);
    }
  });

  it('Without a key, the platform is not configured, and calls fail as misconfigured.', async () => {
    const adapter = youtubeAdapter({ apiKey: '', apiUrl: 'http://127.0.0.1:9' });
    assert.equal(adapter.readiness?.(), 'not_configured');
    await assert.rejects(
      async () => adapter.discover?.broadcast(NO_ACCOUNT, 'abc_DEF-123'),
      (error) => error instanceof PlatformError && error.kind === 'misconfigured',
    );
  });

  it("A video link is converted to the video's id, and other links are rejected.", () => {
    for (const link of [
      'https://www.youtube.com/watch?v=abc_DEF-123&t=1',
      'youtu.be/abc_DEF-123?si=x',
      'https://m.youtube.com/live/abc_DEF-123',
      'abc_DEF-123',
    ]) {
      assert.equal(videoIdIn(link), 'abc_DEF-123');
    }
    for (const link of [
      'https://youtube.com.evil.example/watch?v=abc_DEF-123',
      'https://youtube.com/@shop',
      '',
    ]) {
      assert.throws(() => videoIdIn(link), PlatformError);
    }
  });
});
