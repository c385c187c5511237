import type { Identity } from './batch-reads';
import { joinNamesakes } from './namesakes';

const viewer = (userId: string, handle = 'ann'): Identity => ({
  platform: 'instagram',
  userId,
  handle,
  displayName: handle,
  hidden: false,
});
const buyer = (userId: string, handle = 'ann') => ({ platform: 'instagram', userId, handle });
/** The owner of each viewer, and the ids given out. */
const joined = (identities: Identity[], buyers: ReturnType<typeof buyer>[]) => {
  const found = joinNamesakes(identities, buyers);
  return {
    viewers: identities.map((one) => found.joined.get(`instagram ${one.userId}`)?.userId ?? one.userId),
    given: found.given.map(({ nameId, userId }) => `${nameId} ${userId}`),
  };
};

describe('A viewer with a unique handle', () => {
  it('who is named by the handle alone is a buyer of that name', () => {
    expect(joined([viewer('@ann')], [])).toEqual({ viewers: ['@ann'], given: [] });
  });

  it('is the buyer who is known by an id under that handle', () => {
    expect(joined([viewer('@ann')], [buyer('66')])).toEqual({ viewers: ['66'], given: [] });
  });

  it('is one buyer where a batch brings both', () => {
    expect(joined([viewer('@ann'), viewer('66')], [])).toEqual({ viewers: ['66', '66'], given: [] });
  });

  it('gets the id when it is told', () => {
    expect(joined([viewer('66')], [buyer('@ann')])).toEqual({ viewers: ['66'], given: ['@ann 66'] });
  });

  it('stays the buyer of the name where the id has a buyer of its own', () => {
    expect(joined([viewer('66')], [buyer('@ann'), buyer('66', 'ann.before')])).toEqual({ viewers: ['@ann'], given: [] });
  });

  it('is nobody else where several ids have the handle', () => {
    expect(joined([viewer('@ann'), viewer('66')], [buyer('77'), buyer('@ann')])).toEqual({ viewers: ['@ann', '66'], given: [] });
  });
});
