import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import type { Request, Response } from 'express';
import { requestTurns } from './request-turns';

const nextRound = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Request turns', () => {
  let started: string[];
  let server: EventEmitter;
  let handle: ReturnType<typeof requestTurns>;
  const arrive = (caller: string, name: string, { method = 'POST', closed = false } = {}): EventEmitter => {
    const startedInThisTest = started;
    const response = Object.assign(new EventEmitter(), { closed });
    const request = { method, headers: { authorization: caller } } as Request;
    handle(request, response as unknown as Response, () => startedInThisTest.push(name));
    return response;
  };
  const arriveMany = (caller: string, count: number): void => {
    for (let index = 1; index <= count; index += 1) arrive(caller, `${caller}${index}`);
  };

  beforeEach(() => {
    started = [];
    server = new EventEmitter();
    handle = requestTurns(server as Server);
  });

  it('A request starts immediately when the server is not busy.', () => {
    arrive('a', 'a1');
    expect(started).toEqual(['a1']);
  });

  it('A caller that sends hundreds of requests at once delays another caller by only one round.', async () => {
    arriveMany('flood', 200);
    arrive('other', 'other1');
    const startedAtOnce = started.length;
    await nextRound();
    await nextRound();
    expect(started).toContain('other1');
    expect(started.indexOf('other1')).toBeLessThan(startedAtOnce + 4);
  });

  it("One caller's requests all start, in the order in which they arrived.", async () => {
    arriveMany('a', 50);
    while (started.length < 50) await nextRound();
    expect(started).toEqual(Array.from({ length: 50 }, (_, index) => `a${index + 1}`));
  });

  it('Callers with many waiting requests take turns.', async () => {
    arriveMany('busy', 4);
    arriveMany('a', 3);
    arriveMany('b', 3);
    while (started.length < 10) await nextRound();
    expect(started.slice(4)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  });

  it('A request whose caller has disconnected does not start.', async () => {
    arriveMany('a', 4);
    arrive('a', 'gone', { closed: true });
    arrive('a', 'last');
    while (!started.includes('last')) await nextRound();
    expect(started).not.toContain('gone');
  });

  it('After a flood, requests start immediately again.', async () => {
    arriveMany('a', 20);
    while (started.length < 20) await nextRound();
    await nextRound();
    await nextRound();
    await nextRound();
    arrive('b', 'b1');
    expect(started.at(-1)).toBe('b1');
  });

  it("A token's fifth read starts when one of the first four ends, and a command does not wait for it.", async () => {
    const [first] = [1, 2, 3, 4].map((index) => arrive('a', `read${index}`, { method: 'GET' }));
    arrive('a', 'read5', { method: 'GET' });
    arrive('a', 'command');
    arrive('b', 'other', { method: 'GET' });
    for (let index = 0; index < 5; index += 1) await nextRound();
    expect(started).toEqual(['read1', 'read2', 'read3', 'read4', 'command', 'other']);
    first?.emit('close');
    for (let index = 0; index < 5; index += 1) await nextRound();
    expect(started.at(-1)).toBe('read5');
  });

  it('While connections arrive round after round, they are accepted before more requests start.', async () => {
    for (let index = 0; index < 3; index += 1) {
      server.emit('connection');
      await nextRound();
    }
    server.emit('connection');
    arrive('a', 'a1');
    expect(started).toEqual([]);
    while (started.length === 0) await nextRound();
    expect(started).toEqual(['a1']);
  });

  it('Requests start even if new connections never stop arriving.', async () => {
    arriveMany('a', 30);
    while (started.length < 30) {
      server.emit('connection');
      await nextRound();
    }
    expect(started).toHaveLength(30);
  });

  it('A request that has waited for more than 5 seconds is rejected.', async () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    const reads = [1, 2, 3, 4].map((index) => arrive('a', `read${index}`, { method: 'GET' }));
    const refusals: unknown[] = [];
    const request = { method: 'GET', headers: { authorization: 'a' } } as Request;
    handle(request, new EventEmitter() as Response, (error?: unknown) => refusals.push(error));
    clock.mockReturnValue(5_001);
    reads[0]?.emit('close');
    while (refusals.length === 0) await nextRound();
    clock.mockRestore();
    expect(refusals).toEqual([expect.objectContaining({ code: 'RATE_LIMITED' })]);
  });
});
