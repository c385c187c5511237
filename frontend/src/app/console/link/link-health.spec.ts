import { linkHealth } from './link-health';

const facts = { sincePulse: 1_000, sinceStart: 60_000, joined: true, behind: 0 };

describe('link health', () => {
  it('is in step while pulses come', () => {
    expect(linkHealth(facts)).toMatchObject({ state: 'in_step', tone: 'good', mayAct: true });
  });

  it('turns amber after 5 s without a pulse, red after 15 s, and holds acts back', () => {
    expect(linkHealth({ ...facts, sincePulse: 4_999 }).tone).toBe('good');
    expect(linkHealth({ ...facts, sincePulse: 6_200 })).toMatchObject({ tone: 'warn', word: 'No word for 6 s', mayAct: false });
    expect(linkHealth({ ...facts, sincePulse: 15_000 })).toMatchObject({ tone: 'bad', mayAct: false });
  });

  it('is never green before the first pulse, however long the page is open', () => {
    expect(linkHealth({ ...facts, sincePulse: null, sinceStart: 100 })).toMatchObject({ state: 'connecting', mayAct: false });
    expect(linkHealth({ ...facts, sincePulse: null, sinceStart: 20_000 }).tone).toBe('bad');
  });

  it('is not green while the room is not joined, even just after a pulse', () => {
    expect(linkHealth({ ...facts, joined: false })).toMatchObject({ state: 'lost', tone: 'warn', mayAct: false });
  });

  it('says how far behind it is', () => {
    expect(linkHealth({ ...facts, behind: 1_204 })).toMatchObject({ state: 'catching_up', word: 'Catching up 1,204' });
  });
});
