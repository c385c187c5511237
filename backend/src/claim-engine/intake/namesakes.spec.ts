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
    viewers: identities.map(
      (identity) => found.joined.get(`instagram ${identity.userId}`)?.userId ?? identity.userId,
    ),
    given: found.given.map(({ nameId, userId }) => `${nameId} ${userId}`),
  };
};

describe('A viewer with a unique handle', () => {
  it('A viewer named only by the handle is a buyer with that name.', () => {
    expect(joined([viewer('@ann')], [])).toEqual({ viewers: ['@ann'], given: [] });
  });

  it('A viewer named by the handle is the known buyer with that handle.', () => {
    expect(joined([viewer('@ann')], [buyer('66')])).toEqual({ viewers: ['66'], given: [] });
  });

  it('A batch with the handle and the id has one buyer.', () => {
    expect(joined([viewer('@ann'), viewer('66')], [])).toEqual({ viewers: ['66', '66'], given: [] });
  });

  it('The buyer gets the id when the platform reports it.', () => {
    expect(joined([viewer('66')], [buyer('@ann')])).toEqual({ viewers: ['66'], given: ['@ann 66'] });
  });

  it('The buyer by handle stays if the id has its own buyer.', () => {
    expect(joined([viewer('66')], [buyer('@ann'), buyer('66', 'ann.before')])).toEqual({
      viewers: ['@ann'],
      given: [],
    });
  });

  it('A handle with several ids is not joined with any buyer.', () => {
    expect(joined([viewer('@ann'), viewer('66')], [buyer('77'), buyer('@ann')])).toEqual({
      viewers: ['@ann', '66'],
      given: [],
    });
  });
});
