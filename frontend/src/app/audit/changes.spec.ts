import { changesOf } from './changes';

const ID = '0197a2c4-1111-7000-8000-000000000001';

describe('The changes of an act, as text', () => {
  it('Only the differences are shown if both sides are known.', () => {
    const settings = { claimWords: ['sold'], pollIntervalSeconds: 4 };
    const changes = changesOf(
      { name: 'Boutique', settings },
      { name: 'Boutique', settings: { ...settings, claimWords: ['sold', 'mine'] } },
      'workspace',
    );
    expect(changes).toEqual([{ field: 'Settings, claim words', before: 'sold', after: 'sold, mine' }]);
  });

  it('All fields except ids are shown if one side is missing.', () => {
    expect(changesOf(null, { email: 'nina@example.com', role: 'viewer', inviteId: ID }, 'member')).toEqual([
      { field: 'Email', before: null, after: 'nina@example.com' },
      { field: 'Role', before: null, after: 'viewer' },
    ]);
    expect(changesOf({ name: 'Friday sale' }, undefined, 'show')).toEqual([
      { field: 'Name', before: 'Friday sale', after: null },
    ]);
  });

  it("A response's subject is compared with its earlier state, and added fields are shown.", () => {
    const claim = { id: ID, status: 'winner', flagged: true };
    const after = {
      claim: { ...claim, status: 'released' },
      promoted: { buyer: { handle: 'tess' } },
      actSeq: 7,
    };
    expect(changesOf(claim, after, 'claim')).toEqual([
      { field: 'Status', before: 'winner', after: 'released' },
      { field: 'Promoted, buyer', before: null, after: 'tess' },
    ]);
  });

  it('Each list element has its own row, labeled with its name.', () => {
    const added = [
      { id: ID, itemNumber: 'A12', title: 'Dress', totalQuantity: 2 },
      { id: ID, itemNumber: '102', title: null },
    ];
    expect(changesOf(null, added, 'item')).toEqual([
      { field: 'A12', before: null, after: 'Title: Dress · Total quantity: 2' },
      { field: '102', before: null, after: 'Item number: 102' },
    ]);
  });

  it('Buyers are shown by handle unless they are hidden, users by name, and words of the API without underscores.', () => {
    const winners = [
      { handle: 'zed', claimId: ID, displayName: 'zed' },
      { handle: 'gus_f', claimId: ID, displayName: 'Gus Finds' },
      { handle: 'viewer-9', hidden: true },
    ];
    const actor = { id: ID, kind: 'person', name: 'Dana Reyes' };
    expect(changesOf(null, [{ itemNumber: '777', status: 'sold_out', winners }], 'item')).toEqual([
      { field: '777', before: null, after: 'Status: sold out · Winners: zed, gus_f, Hidden viewer' },
    ]);
    expect(changesOf(null, { actor, currency: { code: 'USD', digits: 2 } }, 'claim')).toEqual([
      { field: 'Actor', before: null, after: 'Dana Reyes' },
      { field: 'Currency', before: null, after: 'USD' },
    ]);
  });

  it('Other claims and items are named with their status, and counters of 0 are left out.', () => {
    const claim = { buyer: { handle: 'vi' }, itemNumber: '104', status: 'winner', why: { rule: 'promoted' } };
    const item = { itemNumber: '104', status: 'sold_out', winners: [], claimedCount: 4 };
    expect(changesOf({ act: 'award', seq: 2 }, { item, claims: [claim] }, 'show')).toEqual([
      { field: 'Act', before: 'award', after: null },
      { field: 'Item', before: null, after: '#104 (sold out)' },
      { field: 'Claims', before: null, after: 'vi, #104 (winner)' },
    ]);
    expect(changesOf(null, { claim, actSeq: 3 }, 'claim')).toEqual([
      { field: 'Claim', before: null, after: 'vi, #104 (winner)' },
    ]);
    expect(changesOf({ name: 'Friday', stats: { claims: 3, review: 0 } }, null, 'show')).toEqual([
      { field: 'Name', before: 'Friday', after: null },
      { field: 'Stats, claims', before: '3', after: null },
    ]);
    expect(changesOf(null, [{ itemNumber: '1', title: 'Hat', claimedCount: 0 }], 'item')).toEqual([
      { field: '1', before: null, after: 'Title: Hat' },
    ]);
  });

  it('Booleans are shown as yes and no, and long texts are cut.', () => {
    const [flag, note] = changesOf(null, { flagged: false, operatorNotes: 'x'.repeat(2_000) }, 'claim');
    expect(flag?.after).toBe('no');
    expect(note?.after).toBe(`${'x'.repeat(1_000)}…`);
  });

  it('A change near the end of a long text is shown with the text around it.', () => {
    const howToPay = 'x'.repeat(1_500);
    const changes = changesOf(
      { howToPay: `${howToPay} cash` },
      { howToPay: `${howToPay} card` },
      'workspace',
    );
    const start = `…${'x'.repeat(497)} ca`;
    expect(changes).toEqual([{ field: 'How to pay', before: `${start}sh`, after: `${start}rd` }]);
  });
});
