import { commentOf, pagesToRefresh, pushedChanges, pushedComments } from './facebook-comments';

const value = {
  from: { id: '9000001', name: 'Test Viewer' },
  post: { id: '1000001_3000001', permalink_url: 'https://www.facebook.com/demopage/videos/3000001/' },
  message: 'mine! size M',
  post_id: '1000001_3000001',
  comment_id: '3000001_4000003',
  created_time: 1795374312,
  item: 'comment',
  parent_id: '1000001_3000001',
  verb: 'add',
};
const feed = (change: Record<string, unknown>) => ({
  object: 'page',
  entry: [{ id: '1000001', time: 1795374312, changes: [{ field: 'feed', value: { ...value, ...change } }] }],
});

describe('A feed webhook', () => {
  it("A feed webhook reports a new comment with its time in whole seconds and all of its broadcast's ids.", () => {
    expect(pushedComments(feed({}))).toEqual([
      {
        accountId: '1000001',
        liveIds: ['3000001'],
        sentAt: 1795374312000,
        sentAtIsWholeSecond: true,
        comment: {
          platform: 'facebook',
          commentId: '3000001_4000003',
          idInBroadcast: '4000003',
          author: { userId: '9000001', handle: 'Test Viewer', displayName: 'Test Viewer' },
          text: 'mine! size M',
          writtenAt: 1795374312000,
          secondsOnly: true,
          byHost: false,
        },
      },
    ]);
    expect(pushedComments(feed({ post_id: '1000001_5555555', post: undefined }))[0]?.liveIds).toEqual([
      '3000001',
      '5555555',
    ]);
  });

  it("The author may be in the old sender format, a hidden author is null, and the page's own comment is by the host.", () => {
    const commentWith = (change: Record<string, unknown>) => pushedComments(feed(change))[0]?.comment;
    expect(
      commentWith({ from: undefined, sender_id: 9000001, sender_name: 'Test Viewer' })?.author,
    ).toMatchObject({ userId: '9000001' });
    expect(commentWith({ from: undefined })?.author).toBeNull();
    expect(commentWith({ from: { id: '9000001' } })?.author?.handle).toBe('Facebook User');
    expect(commentWith({ from: { id: '1000001', name: 'Demo Page' } })?.byHost).toBe(true);
  });

  it.each([
    ['edit', 'edited'],
    ['edited', 'edited'],
    ['remove', 'deleted'],
    ['delete', 'deleted'],
    ['hide', 'hidden'],
    ['unhide', 'unhidden'],
  ])('The verb %s reports that a comment was %s.', (verb, change) => {
    const [pushed, ...others] = pushedChanges(feed({ verb }));
    expect(others).toEqual([]);
    expect(pushed).toMatchObject({
      accountId: '1000001',
      liveIds: ['3000001'],
      change: { commentId: '3000001_4000003', change, at: 1795374312000 },
    });
    expect(pushedChanges(feed({ verb, item: 'like' }))).toEqual([]);
  });

  it('Neither an edit without text nor a new comment is reported as a change.', () => {
    expect([pushedChanges(feed({ verb: 'edited', message: undefined })), pushedChanges(feed({}))]).toEqual([
      [],
      [],
    ]);
  });

  it.each(['edit', 'edited', 'remove', 'delete', 'hide', 'unhide'])(
    'A webhook with the verb %s does not report a new comment.',
    (verb) => expect(pushedComments(feed({ verb }))).toEqual([]),
  );

  it.each([
    ['about a reaction', feed({ item: 'reaction' })],
    ['without an id', feed({ comment_id: undefined })],
    ['without values', { object: 'page', entry: [{ id: '1000001', changed_fields: ['feed'] }] }],
    ['that is null', null],
  ])('A webhook %s contains no comment.', (_, payload) => expect(pushedComments(payload)).toEqual([]));

  it('A webhook about broadcasts identifies the page to refresh.', () => {
    const payload = {
      object: 'page',
      entry: [
        { id: '1000001', changes: [{ field: 'live_videos', value: { id: '2000001', status: 'live' } }] },
      ],
    };
    expect(pagesToRefresh(payload)).toEqual(['1000001']);
  });
});

describe('A Facebook comment from the comment list', () => {
  const READ_AT = 7;
  const read = (fields: Record<string, unknown>) => commentOf(fields, '2000001', '1000001', READ_AT);

  it('A comment has its full id, its author if known, and its time, or else the time when it was read.', () => {
    const fields = {
      id: '3000001_4000003',
      message: 'hi',
      created_time: '2026-11-22T19:05:12+0000',
      from: { id: '9000001', name: 'Ann' },
    };
    expect(read(fields)).toEqual({
      platform: 'facebook',
      liveId: '2000001',
      commentId: '3000001_4000003',
      idInBroadcast: '4000003',
      author: { userId: '9000001', handle: 'Ann', displayName: 'Ann' },
      text: 'hi',
      writtenAt: Date.UTC(2026, 10, 22, 19, 5, 12),
      secondsOnly: true,
      byHost: false,
    });
    expect(read({ ...fields, from: null, message: null })).toMatchObject({
      author: null,
      text: '',
    });
    expect(read({ ...fields, created_time: undefined })).toMatchObject({
      writtenAt: READ_AT,
      secondsOnly: false,
    });
    expect(read({ ...fields, created_time: '1795374312' })?.writtenAt).toBe(1795374312000);
    expect(read({ ...fields, id: undefined })).toBeNull();
  });

  it.each(['3000001_4000003', '1000001_3000001_4000003', '4000003'])(
    "A comment's id within its broadcast is the same, whichever form its full id has (%s).",
    (id) => {
      expect(read({ id, message: 'hi' })?.idInBroadcast).toBe('4000003');
    },
  );

  it('A comment whose id has any other form has no id within the broadcast.', () => {
    expect(read({ id: 'ann_1', message: 'hi' })).not.toHaveProperty('idInBroadcast');
  });
});
