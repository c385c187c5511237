import type { Server } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { ApiError } from '../errors/api-error';

/**
 * Maximum number of requests that start in one round of the event loop. Each takes up to a millisecond before
 * it first waits.
 */
const MAX_STARTS_PER_ROUND = 4;

/**
 * Maximum number of concurrent reads per token. Every read occupies a database pool connection, so without a
 * limit, one caller's reads would fill the pool and others would wait. A console sends fewer.
 */
const MAX_READS_PER_TOKEN = 4;

const TOO_MANY = 'Too many of your requests are running at once. Try again in a few seconds.';

/** Maximum wait. A request that has waited longer when its turn comes is rejected. */
const MAX_WAIT_MS = 5_000;

/**
 * Duration of each priority period, in ms. Priority alternates between accepting connections and starting
 * requests.
 */
const PRIORITY_MS = 25;

interface Arrival {
  response: Response;
  arrivedAt: number;
  isLimitedRead: boolean;
  next: NextFunction;
}

/**
 * Starts requests in turns, a few in each round of the event loop, alternating between callers. A caller that
 * sends hundreds at once delays others by one round, not by all of those requests. When the server is not
 * busy, requests start immediately.
 *
 * A caller is identified by its token, or by its address if it does not send a token.
 *
 * Node accepts one new connection in each round. While connections arrive round after round, they are
 * accepted before more requests start, so that callers behind hundreds of connections get their turn sooner.
 */
class RequestTurns {
  /** Each caller's waiting requests, oldest first. The callers are in the order of their turns. */
  private readonly waiting = new Map<string, Arrival[]>();
  private readonly runningReads = new Map<string, number>();
  private startedInRound = 0;
  private isRoundDue = false;
  private hasAccepted = false;
  /** Number of consecutive rounds with a new connection. */
  private acceptingRounds = 0;
  /** Time when accepting got priority. From then on, priority alternates between accepting and requests. */
  private acceptingPriorityFrom = 0;

  readonly recordConnection = (): void => {
    this.hasAccepted = true;
    this.scheduleRound();
  };

  readonly handle = (request: Request, response: Response, next: NextFunction): void => {
    const token = request.headers.authorization;
    const caller = token ?? request.ip ?? '';
    const isLimitedRead = token !== undefined && (request.method === 'GET' || request.method === 'HEAD');
    const arrival = { response, arrivedAt: performance.now(), isLimitedRead, next };
    const hasTurn = this.startedInRound < MAX_STARTS_PER_ROUND && !this.waiting.has(caller);
    if (hasTurn && !this.isAccepting() && this.mayStart(caller, arrival)) {
      this.start(caller, arrival);
    } else {
      const arrivals = this.waiting.get(caller);
      if (arrivals === undefined) this.waiting.set(caller, [arrival]);
      else arrivals.push(arrival);
    }
    this.scheduleRound();
  };

  private isAccepting(): boolean {
    return (
      this.acceptingRounds > 1 &&
      (performance.now() - this.acceptingPriorityFrom) % (2 * PRIORITY_MS) < PRIORITY_MS
    );
  }

  private mayStart(caller: string, { isLimitedRead }: Arrival): boolean {
    return !isLimitedRead || (this.runningReads.get(caller) ?? 0) < MAX_READS_PER_TOKEN;
  }

  private start(caller: string, { response, arrivedAt, isLimitedRead, next }: Arrival): void {
    // A disconnected caller is no longer waiting for the response.
    if (response.closed) return;
    this.startedInRound += 1;
    if (performance.now() - arrivedAt > MAX_WAIT_MS) {
      next(ApiError.retryAfter(MAX_WAIT_MS / 1_000, 'RATE_LIMITED', TOO_MANY));
      return;
    }
    if (isLimitedRead) {
      this.runningReads.set(caller, (this.runningReads.get(caller) ?? 0) + 1);
      response.once('close', () => this.endRead(caller));
    }
    next();
  }

  private endRead(caller: string): void {
    const remaining = (this.runningReads.get(caller) ?? 1) - 1;
    if (remaining > 0) this.runningReads.set(caller, remaining);
    else this.runningReads.delete(caller);
    if (this.waiting.has(caller)) this.scheduleRound();
  }

  private scheduleRound(): void {
    if (this.isRoundDue) return;
    this.isRoundDue = true;
    setImmediate(() => this.runRound());
  }

  private runRound(): void {
    this.isRoundDue = false;
    this.startedInRound = 0;
    if (!this.hasAccepted) this.acceptingRounds = 0;
    else if (++this.acceptingRounds === 1) this.acceptingPriorityFrom = performance.now();
    this.hasAccepted = false;
    if (this.isAccepting()) {
      this.scheduleRound();
      return;
    }
    const canStart = [...this.waiting].some(([caller, arrivals]) =>
      arrivals.some((arrival) => this.mayStart(caller, arrival)),
    );
    if (!canStart) return;
    // Each in its own callback, so that the synchronous part of one request ends before the next starts.
    for (let turn = 0; turn < MAX_STARTS_PER_ROUND; turn += 1) setImmediate(() => this.startNext());
    this.scheduleRound();
  }

  private startNext(): void {
    for (const [caller, arrivals] of this.waiting) {
      const index = arrivals.findIndex((candidate) => this.mayStart(caller, candidate));
      const [arrival] = index < 0 ? [] : arrivals.splice(index, 1);
      if (arrival === undefined) continue;
      this.waiting.delete(caller);
      if (arrivals.length > 0) this.waiting.set(caller, arrivals);
      this.start(caller, arrival);
      return;
    }
  }
}

/** Middleware that starts requests in turns, so that one caller's flood does not delay the others. */
export function requestTurns(server: Pick<Server, 'on'>): RequestTurns['handle'] {
  const turns = new RequestTurns();
  server.on('connection', turns.recordConnection);
  return turns.handle;
}
