import { commentOf, pushedComments } from './instagram-comments';

const ACCOUNT = '17840000000000001';
const value = {
  from: { id: '6600000000000001', username: 'viewer.one' },
  media: { id: '17990000000000001', media_product_type: 'LIVE' },
  id: '18000000000000001',
  text: 'mine! size M',
};
const webhook = (rest: Record<string, unknown>) => ({
  object: 'instagram',
  entry: [{ id: ACCOUNT, time: 1795374312345, ...rest }],
});
const expected = {
  accountId: ACCOUNT,
  liveIds: ['17990000000000001'],
  sentAt: 1795374312345,
  sentAtIsWholeSecond: false,
  comment: {
    platform: 'instagram',
    commentId: '18000000000000001',
    author: { userId: '6600000000000001', handle: 'viewer.one', handleIsUnique: true },
    text: 'mine! size M',
    writtenAt: null,
    secondsOnly: false,
    byHost: false,
  },
};

describe('An Instagram webhook', () => {
  it.each([
    ['with a list of changes', webhook({ changes: [{ field: 'live_comments', value }] })],
    ['with the field in the entry itself', webhook({ field: 'live_comments', value })],
    ['with a list of values', webhook({ field: 'live_comments', value: [value] })],
    [
      'with the media as a bare id',
      webhook({ changes: [{ field: 'live_comments', value: { ...value, media: '17990000000000001' } }] }),
    ],
    ['with a change instead of a list', webhook({ changes: { field: 'live_comments', value } })],
    [
      'with comment_id',
      webhook({
        changes: [{ field: 'live_comments', value: { ...value, id: undefined, comment_id: value.id } }],
      }),
    ],
    ['with the field "comments"', webhook({ changes: [{ field: 'comments', value }] })],
  ])('An Instagram webhook %s is parsed.', (_, payload) =>
    expect(pushedComments(payload)).toEqual([expected]),
  );

  it("A webhook's time is in seconds or milliseconds, or is missing.", () => {
    const seconds = {
      entry: [{ id: ACCOUNT, time: 1795374312, changes: [{ field: 'live_comments', value }] }],
    };
    expect(pushedComments(seconds)[0]).toMatchObject({ sentAt: 1795374312000, sentAtIsWholeSecond: true });
    const withoutTime = { entry: [{ id: ACCOUNT, changes: [{ field: 'live_comments', value }] }] };
    expect(pushedComments(withoutTime)[0]?.sentAt).toBeNull();
  });

  it('The account itself is the host, and a comment without a sender has no author.', () => {
    const commentBy = (from: unknown) =>
      pushedComments(webhook({ changes: [{ field: 'live_comments', value: { ...value, from } }] }))[0]
        ?.comment;
    expect(commentBy({ id: ACCOUNT, username: 'demo.shop' })?.byHost).toBe(true);
    expect(commentBy({ id: '77', username: 'demo.shop', self_ig_scoped_id: '99' })?.byHost).toBe(true);
    expect(commentBy(undefined)?.author).toBeNull();
  });

  it('A viewer with only a username gets an id that no platform issues.', () => {
    const from = { username: 'Viewer.One' };
    const [comment] = pushedComments(
      webhook({ changes: [{ field: 'live_comments', value: { ...value, from } }] }),
    );
    expect(comment?.comment.author).toEqual({
      userId: '@viewer.one',
      handle: 'Viewer.One',
      handleIsUnique: true,
    });
  });

  it.each([
    [
      'about a reel',
      webhook({
        changes: [
          { field: 'comments', value: { ...value, media: { id: '1', media_product_type: 'REELS' } } },
        ],
      }),
    ],
    [
      'about messages',
      webhook({ messaging: [{ sender: { id: '1' }, message: { mid: 'm', text: 'sold 12' } }] }),
    ],
    ['without values', webhook({ changed_fields: ['live_comments'] })],
    ['that is empty', {}],
    ['that is not an object', 'hello'],
    [
      'with malformed parts',
      {
        entry: [
          null,
          7,
          { id: ACCOUNT, changes: [null, { field: 'live_comments', value: null }, { field: 7 }] },
        ],
      },
    ],
  ])('No comment is read from a webhook %s.', (_, payload) => expect(pushedComments(payload)).toEqual([]));
});

describe('An Instagram comment from the comment list', () => {
  const READ_AT = 7;
  const shop = { externalAccountId: ACCOUNT, displayName: 'demo.shop' };
  const fields = {
    id: '18000000000000001',
    text: 'mine!',
    timestamp: '2026-11-22T19:05:12+0000',
    username: 'viewer.one',
    from: { id: '6600000000000001', username: 'viewer.one' },
  };
  const read = (comment: Record<string, unknown>) => commentOf(comment, '1799', shop, READ_AT);

  it("An Instagram comment has the platform's time.", () => {
    expect(read(fields)).toEqual({
      platform: 'instagram',
      liveId: '1799',
      commentId: '18000000000000001',
      author: { userId: '6600000000000001', handle: 'viewer.one', handleIsUnique: true },
      text: 'mine!',
      writtenAt: Date.UTC(2026, 10, 22, 19, 5, 12),
      secondsOnly: true,
      byHost: false,
    });
  });

  it('A comment by the account itself is a host comment, even with only a username.', () => {
    const from = { username: 'demo.shop' };
    expect(read({ ...fields, from })?.byHost).toBe(true);
  });

  it('A comment without a time gets the time when it was read, and a comment without an id is ignored.', () => {
    expect(read({ ...fields, timestamp: undefined })).toMatchObject({
      writtenAt: READ_AT,
      secondsOnly: false,
    });
    expect(read({ ...fields, id: '' })).toBeNull();
  });
});
