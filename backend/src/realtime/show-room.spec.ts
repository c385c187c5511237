import type { ShowEvent, ShowEventsMessage } from '@sellary/contracts';
import { ShowRoom } from './show-room';

const row = (seq: number): ShowEvent => ({
  seq,
  type: 'error',
  at: '2026-11-23T10:00:00.000Z',
  data: { code: 'X', message: '', context: {} },
});
const rows = (from: number, to: number): ShowEvent[] =>
  Array.from({ length: to - from + 1 }, (_, index) => row(from + index));

describe('A show room', () => {
  let ledger: ShowEvent[];
  let sent: ShowEventsMessage[];
  let failures: unknown[];
  let room: ShowRoom;
  let isBroken: boolean;
  /** A read returns the ledger as it was when the read started, but only after this promise resolves. */
  let gate: Promise<void>;

  beforeEach(() => {
    jest.useFakeTimers({ now: 1_000_000 });
    [ledger, sent, failures, isBroken, gate] = [rows(1, 5), [], [], false, Promise.resolve()];
    room = new ShowRoom('show', {
      read: async (afterSeq, limit) => {
        const found = ledger.filter((event) => event.seq > afterSeq).slice(0, limit);
        await gate;
        if (isBroken) throw new Error('not responding');
        return found;
      },
      lastSeq: () => Promise.resolve(ledger.length),
      send: (message) => sent.push(message),
      failed: (error) => failures.push(error),
    });
  });
  afterEach(() => {
    room.close();
    jest.useRealTimers();
  });

  const join = async (afterSeq?: number, limit = 1_000) => {
    const states: unknown[] = [];
    await room.join(afterSeq, limit, (state) => states.push(state));
    return states[0];
  };
  const commit = (from: number, to: number): void => {
    ledger = [...ledger, ...rows(from, to)];
    room.push(rows(from, to));
  };
  const pauseReads = (): { resume(): void } => {
    let resume = (): void => undefined;
    gate = new Promise((resolve) => (resume = resolve));
    return { resume: () => resume() };
  };
  const sentSeqs = (): number[] => sent.flatMap((message) => message.events.map((event) => event.seq));

  it('A joining console gets the rows it missed, up to the last ledger row.', async () => {
    expect(await join()).toEqual({ lastSeq: 5, events: [], truncated: false });
    expect(await join(5)).toEqual({ lastSeq: 5, events: [], truncated: false });
    expect(await join(2)).toEqual({ lastSeq: 5, events: rows(3, 5), truncated: false });
    expect(await join(0, 5)).toEqual({ lastSeq: 5, events: rows(1, 5), truncated: false });
    expect(await join(0, 4)).toEqual({ lastSeq: 5, events: [], truncated: true });
    expect(await join(6)).toEqual({ lastSeq: 5, events: [], truncated: true });
  });

  it('An idle room sends the first message immediately, then at most one message per tick.', async () => {
    await join();
    commit(6, 6);
    await jest.advanceTimersByTimeAsync(0);
    expect(sentSeqs()).toEqual([6]);
    for (let seq = 7; seq <= 20; seq += 1) commit(seq, seq);
    await jest.advanceTimersByTimeAsync(49);
    expect(sent).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(2);
    expect(sentSeqs()).toEqual(Array.from({ length: 15 }, (_, index) => index + 6));
  });

  it('A room reads the ledger if another process has committed in between, and sends no row twice.', async () => {
    await join();
    ledger = [...ledger, ...rows(6, 8)];
    commit(9, 9);
    room.noteLedgerReached(9);
    room.push(rows(7, 8));
    await jest.advanceTimersByTimeAsync(200);
    expect(sentSeqs()).toEqual([6, 7, 8, 9]);
  });

  it('A room reads the rows signaled by another process, and ignores outdated signals.', async () => {
    await join();
    room.noteLedgerReached(4);
    room.noteLedgerReached(5);
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([]);
    ledger = [...ledger, ...rows(6, 2_600)];
    room.noteLedgerReached(2_600);
    await jest.advanceTimersByTimeAsync(500);
    expect(sentSeqs()).toEqual(Array.from({ length: 2_595 }, (_, index) => index + 6));
  });

  it('Rows that could not be read are read at the next signal.', async () => {
    await join();
    isBroken = true;
    ledger = [...ledger, ...rows(6, 7)];
    room.noteLedgerReached(7);
    await jest.advanceTimersByTimeAsync(100);
    expect(failures).toHaveLength(1);
    isBroken = false;
    room.noteLedgerReached(8);
    await jest.advanceTimersByTimeAsync(100);
    expect(sentSeqs()).toEqual([6, 7]);
  });

  it("Rows that the room's own process commits during a ledger read are sent once.", async () => {
    await join();
    ledger = [...ledger, ...rows(6, 9)];
    const reads = pauseReads();
    room.noteLedgerReached(7);
    await jest.advanceTimersByTimeAsync(100);
    // The pending read has already found these rows.
    room.push(rows(6, 9));
    reads.resume();
    await jest.advanceTimersByTimeAsync(200);
    expect(sentSeqs()).toEqual([6, 7, 8, 9]);
  });

  it("Unsent rows are sent before a console joins, so that later messages begin after the join's last row.", async () => {
    await join();
    commit(6, 7);
    expect(await join(5)).toEqual({ lastSeq: 7, events: rows(6, 7), truncated: false });
    expect(sentSeqs()).toEqual([6, 7]);
    commit(8, 8);
    await jest.advanceTimersByTimeAsync(100);
    expect(sentSeqs()).toEqual([6, 7, 8]);
  });

  it('A room sends nothing before the first console joins, and nothing after it is closed.', async () => {
    commit(6, 6);
    room.noteLedgerReached(9);
    await jest.advanceTimersByTimeAsync(100);
    await join();
    room.close();
    commit(7, 7);
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([]);
  });
});
