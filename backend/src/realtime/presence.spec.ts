import type { ConsoleData } from './consoles';
import { updatePresence, presenceOf } from './presence';

const SHOW = '018f0000-0000-7000-8000-000000000001';

function aConsole(userId: string, role: 'operator' | 'viewer' = 'operator'): ConsoleData {
  const principal = { userId, name: `Person ${userId}`, role } as ConsoleData['principal'];
  return { principal, expiresAt: 0, shows: new Set([SHOW]), joining: 0, presence: new Map() };
}

describe('Presence of operators', () => {
  it("A console's presence is kept until it is changed or cleared.", () => {
    const console = aConsole('a');
    updatePresence(console, { showId: SHOW.toUpperCase(), open: 'claim:1', note: ' say thanks ' });
    updatePresence(console, { showId: SHOW, open: 'claim:2' });
    expect(presenceOf([console], SHOW)).toEqual([
      { id: 'a', name: 'Person a', open: 'claim:2', note: 'say thanks' },
    ]);
    updatePresence(console, { showId: SHOW, open: null, note: null });
    expect(presenceOf([console], SHOW)).toEqual([{ id: 'a', name: 'Person a' }]);
  });

  it('A user appears once, with everything that their consoles report.', () => {
    const [desktop, tablet] = [aConsole('a'), aConsole('a')];
    updatePresence(desktop, { showId: SHOW, open: 'item:7' });
    expect(presenceOf([desktop, tablet, aConsole('b')], SHOW)).toEqual([
      { id: 'a', name: 'Person a', open: 'item:7' },
      { id: 'b', name: 'Person b' },
    ]);
  });

  it('Presence in a show that the console has not joined is ignored, and so are notes from members with the viewer role. Long notes are truncated.', () => {
    const viewer = aConsole('v', 'viewer');
    for (const bad of [null, 'x', {}, { showId: 'x', open: 'y' }, { showId: SHOW, open: 7, note: 'hello' }]) {
      updatePresence(viewer, bad);
    }
    updatePresence(viewer, { showId: '018f0000-0000-7000-8000-000000000002', open: 'claim:1' });
    expect(presenceOf([viewer], SHOW)).toEqual([{ id: 'v', name: 'Person v' }]);
    const console = aConsole('a');
    updatePresence(console, { showId: SHOW, note: 'n'.repeat(5_000) });
    expect(presenceOf([console], SHOW)[0]?.note).toHaveLength(200);
  });
});
