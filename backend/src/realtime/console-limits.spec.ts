import type { Clock } from '../kernel';
import { ConsoleLimits } from './console-limits';
import type { ConsoleSocket } from './consoles';

describe('Console limits', () => {
  let now = 0;
  let limits: ConsoleLimits;

  beforeEach(() => {
    now = 1_000_000;
    limits = new ConsoleLimits({ now: () => now } as Clock);
  });

  const aConsole = (userId: string, workspaceId = 'w'): ConsoleSocket =>
    ({
      data: { principal: { userId, workspaceId }, shows: new Set(), joining: 0 },
    }) as unknown as ConsoleSocket;
  const withShows = (socket: ConsoleSocket, count: number): ConsoleSocket => {
    for (let show = 0; show < count; show += 1) socket.data.shows.add(`show ${show}`);
    return socket;
  };
  const refusalCode = (work: () => void): string | undefined => {
    try {
      work();
      return undefined;
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };

  it('A user can open a hundred consoles, and one more after one of them is closed.', () => {
    const openConsoles = Array.from({ length: 100 }, () => aConsole('a'));
    for (const socket of openConsoles) limits.admit(socket);
    expect(refusalCode(() => limits.admit(aConsole('a')))).toBe('RATE_LIMITED');
    expect(refusalCode(() => limits.admit(aConsole('b')))).toBeUndefined();
    limits.remove(openConsoles[0]!);
    expect(refusalCode(() => limits.admit(aConsole('a')))).toBeUndefined();
    expect(limits.consolesOf('a')).toHaveLength(100);
  });

  it('A workspace can open at most five hundred consoles.', () => {
    for (let user = 0; user < 5; user += 1) {
      for (let at = 0; at < 100; at += 1) limits.admit(aConsole(`u${user}`));
    }
    expect(refusalCode(() => limits.admit(aConsole('next')))).toBe('RATE_LIMITED');
    expect(refusalCode(() => limits.admit(aConsole('next', 'other workspace')))).toBeUndefined();
  });

  it('A console can watch at most fifty shows, including joins in progress.', () => {
    const socket = withShows(aConsole('a'), 49);
    limits.admit(socket);
    expect(refusalCode(() => limits.checkShowCounts(socket))).toBeUndefined();
    socket.data.joining = 1;
    expect(refusalCode(() => limits.checkShowCounts(socket))).toBe('RATE_LIMITED');
  });

  it("A user's consoles can watch at most 250 shows in total, and a workspace's consoles at most 1,000.", () => {
    for (let at = 0; at < 5; at += 1) limits.admit(withShows(aConsole('a'), 50));
    const next = aConsole('a');
    limits.admit(next);
    expect(refusalCode(() => limits.checkShowCounts(next))).toBe('RATE_LIMITED');
    for (let user = 0; user < 15; user += 1) limits.admit(withShows(aConsole(`u${user}`), 50));
    const last = aConsole('last');
    limits.admit(last);
    expect(refusalCode(() => limits.checkShowCounts(last))).toBe('RATE_LIMITED');
    expect(refusalCode(() => limits.checkShowCounts(aConsole('last', 'other workspace')))).toBeUndefined();
  });

  it('A user can join two hundred times in a burst, and ten times a second afterward.', () => {
    for (let times = 0; times < 200; times += 1) limits.checkPace('a');
    expect(refusalCode(() => limits.checkPace('a'))).toBe('RATE_LIMITED');
    expect(refusalCode(() => limits.checkPace('b'))).toBeUndefined();
    now += 1_000;
    for (let times = 0; times < 10; times += 1) limits.checkPace('a');
    expect(refusalCode(() => limits.checkPace('a'))).toBe('RATE_LIMITED');
  });
});
