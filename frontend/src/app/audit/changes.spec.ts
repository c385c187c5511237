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
    expect(changes).toEqual([{ field: 'settings, claim words', before: 'sold', after: 'sold, mine' }]);
  });

  it('All fields except ids are shown if one side is missing.', () => {
    expect(changesOf(null, { email: 'nina@example.com', role: 'viewer', inviteId: ID }, 'member')).toEqual([
      { field: 'email', before: null, after: 'nina@example.com' },
      { field: 'role', before: null, after: 'viewer' },
    ]);
    expect(changesOf({ name: 'Friday sale' }, undefined, 'show')).toEqual([
      { field: 'name', before: 'Friday sale', after: null },
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
      { field: 'status', before: 'winner', after: 'released' },
      { field: 'promoted, buyer, handle', before: null, after: 'tess' },
    ]);
  });

  it('Each list element has its own row.', () => {
    const added = [
      { id: ID, itemNumber: '101', title: 'Dress' },
      { id: ID, itemNumber: '102', title: null },
    ];
    expect(changesOf(null, added, 'item')).toEqual([
      { field: '101', before: null, after: 'item number 101 · title Dress' },
      { field: '102', before: null, after: 'item number 102' },
    ]);
  });

  it('Booleans are shown as yes and no, and texts are cut after 200 characters.', () => {
    const [flag, note] = changesOf(null, { flagged: false, operatorNotes: 'x'.repeat(500) }, 'claim');
    expect(flag?.after).toBe('no');
    expect(note?.after).toBe(`${'x'.repeat(200)}…`);
  });
});
