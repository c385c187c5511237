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
/** The user id of each viewer's buyer, and the buyers known by handle who get an id. */
const join = (identities: Identity[], buyers: ReturnType<typeof buyer>[]) => {
  const { joined, newIds } = joinNamesakes(identities, buyers);
  return {
    viewers: identities.map(
      (identity) => joined.get(`instagram ${identity.userId}`)?.userId ?? identity.userId,
    ),
    newIds: newIds.map(({ nameId, userId }) => `${nameId} ${userId}`),
  };
};

describe('A viewer with a unique handle', () => {
  it('A viewer identified only by handle becomes a buyer with that handle.', () => {
    expect(join([viewer('@ann')], [])).toEqual({ viewers: ['@ann'], newIds: [] });
  });

  it('A viewer identified only by handle is the known buyer with that handle.', () => {
    expect(join([viewer('@ann')], [buyer('66')])).toEqual({ viewers: ['66'], newIds: [] });
  });

  it('A viewer identified by handle and by id in one batch is one buyer.', () => {
    expect(join([viewer('@ann'), viewer('66')], [])).toEqual({ viewers: ['66', '66'], newIds: [] });
  });

  it('A buyer known only by handle gets the id when the platform reports it.', () => {
    expect(join([viewer('66')], [buyer('@ann')])).toEqual({ viewers: ['66'], newIds: ['@ann 66'] });
  });

  it('If one buyer has the id and another has the handle, the viewer is the buyer with the handle.', () => {
    expect(join([viewer('66')], [buyer('@ann'), buyer('66', 'ann.before')])).toEqual({
      viewers: ['@ann'],
      newIds: [],
    });
  });

  it('If several ids have the same handle, no viewer is joined with a buyer.', () => {
    expect(join([viewer('@ann'), viewer('66')], [buyer('77'), buyer('@ann')])).toEqual({
      viewers: ['@ann', '66'],
      newIds: [],
    });
  });
});
