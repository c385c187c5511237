import type { Connection, Source } from '@sellary/contracts';
import { connectionOf, videoNumber } from './source-names';
import { delaySourcesOf } from './viewer-delays';

const account = (id: string, displayName: string, platform = 'facebook'): Connection => ({
  id,
  platform,
  externalAccountId: id,
  displayName,
  status: 'active',
  tokenExpiresAt: null,
  daysLeft: null,
  scopes: [],
  createdAt: '2026-11-30T08:00:00.000Z',
  login: 'facebook',
  missingScopes: [],
  problem: null,
  webhooks: { state: 'on', problem: null, checkedAt: null },
});
const WREN = account('wren', 'Wren & Willow');
const HARBOR = account('harbor', 'Harbor Street');
const video = (liveId: string, connectionId: string | null): Omit<Source, 'id'> => ({
  platform: 'facebook',
  connectionId,
  liveId,
  liveUrl: `https://www.facebook.com/shop/videos/30000${liveId}/`,
});

describe('The account of a source', () => {
  it('Another account never takes the place of a disconnected one.', () => {
    expect(connectionOf(video('1', 'harbor'), [WREN, HARBOR])).toBe(HARBOR);
    expect(connectionOf(video('1', 'harbor'), [WREN])).toBeUndefined();
  });

  it("A source without a connection uses the platform's only active account.", () => {
    const instagram = account('second', 'second.spring', 'instagram');
    expect(connectionOf(video('1', null), [instagram, WREN])).toBe(WREN);
    expect(connectionOf(video('1', null), [{ ...WREN, status: 'expired' }])).toBeUndefined();
    expect(connectionOf(video('1', null), [WREN, HARBOR])).toBeUndefined();
  });
});

describe('The names of sources in the viewer delay form', () => {
  const names = (...args: Parameters<typeof delaySourcesOf>): string[] =>
    delaySourcesOf(...args).map(({ name }) => name);

  it('Broadcasts of one platform are named by their accounts.', () => {
    const sources = [video('1', 'wren'), video('2', 'harbor'), { platform: 'instagram', liveId: '3' }];
    expect(names(sources, [WREN, HARBOR])).toEqual([
      'Facebook · Wren & Willow',
      'Facebook · Harbor Street',
      'Instagram',
    ]);
  });

  it('Broadcasts of one account, or of an unknown one, are also named by their numbers.', () => {
    expect(names([video('1', 'wren'), video('2', 'wren')], [WREN])).toEqual([
      'Facebook · Wren & Willow · 300001',
      'Facebook · Wren & Willow · 300002',
    ]);
    expect(names([video('1', 'wren'), video('2', 'harbor')], [WREN])).toEqual([
      'Facebook · Wren & Willow',
      'Facebook · 300002',
    ]);
  });
});

describe('The number of a video', () => {
  it.each([
    ['https://www.facebook.com/shop/videos/3000001/', '3000001'],
    ['https://www.facebook.com/watch/live/?v=3000002&ref=share', '3000002'],
    ['https://www.facebook.com/100012345678/videos/3000003', '3000003'],
    ['https://www.youtube.com/watch?v=a12345-bcd', 'id'],
    [null, 'id'],
  ])('In the address %s, it is %s.', (liveUrl, expected) => {
    expect(videoNumber({ liveUrl, liveId: 'id' })).toBe(expected);
  });
});
