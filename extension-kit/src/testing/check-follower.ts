import type { LedgerType } from '@sellary/contracts';
import {
  type FollowedEvent,
  followedTypesOf,
  type FollowerTransaction,
  type ShowEventHandler,
} from '../show-follower';
import { ConformanceError } from './conformance-error';
import { sampleEvents } from './sample-events';
import { messageOf } from '../domain/message-of';

/** A follower under test that has had no effects yet. */
export interface FollowerRig {
  follower: object;
  /**
   * All of the follower's external effects, as a JSON value: rows, calls, messages. Leave out values that
   * differ from run to run, such as times.
   */
  effects(): unknown;
  /** Runs the follower's SQL. Without it, queries return no rows. `rollback` must revert its changes. */
  query?: FollowerTransaction['query'];
  /** Commits one delivery's transaction. */
  commit?: () => Promise<void> | void;
  rollback?: () => Promise<void> | void;
}

/**
 * Checks a follower: a row delivered twice has the effects of one delivery, even if the first delivery
 * crashed before COMMIT, or its first or second query failed.
 * @param make creates a new follower without effects for each check
 * @param events a show's ledger rows; the rows of a small sample show if left out
 * @throws ConformanceError
 */
export async function checkFollower(
  make: () => FollowerRig | Promise<FollowerRig>,
  events: readonly FollowedEvent[] = sampleEvents(),
): Promise<void> {
  const { follower } = await make();
  const types = new Set(handlersOf(follower).flatMap((handler) => handler.types));
  const name = `The follower ${follower.constructor.name}`;
  if (types.size === 0) throw new ConformanceError(name, ['It has no method with @OnShowEvent(…).']);
  const followedEvents = events.filter(({ type }) => types.has(type));
  if (followedEvents.length === 0) {
    throw new ConformanceError(name, [
      `None of the events has a type that it follows (${[...types].join(', ')}).`,
    ]);
  }
  const expected = await effectsOf(make, (run) => inOrder(followedEvents, (event) => run.deliver(event)));
  const problems: string[] = [];
  for (const [problem, deliver] of DELIVERIES) {
    try {
      const effects = await effectsOf(make, (run) => deliver(followedEvents, run));
      if (effects !== expected) {
        problems.push(`${problem} Effects: ${effects}. If each row is delivered once: ${expected}.`);
      }
    } catch (error) {
      problems.push(`${problem} It failed: ${messageOf(error)}`);
    }
  }
  if (problems.length > 0) throw new ConformanceError(name, problems);
}

type Delivery = (events: readonly FollowedEvent[], run: Run) => Promise<void>;

/** Ways to deliver rows, each with the problem to report if the effects differ. */
const DELIVERIES: readonly [problem: string, deliver: Delivery][] = [
  [
    'A row delivered twice had other effects than a row delivered once.',
    (events, run) =>
      inOrder(events, async (event) => {
        await run.deliver(event);
        await run.deliver(redelivered(event));
      }),
  ],
  [
    'A row was delivered again because its transaction was rolled back after its handler succeeded, and the effects were different.',
    (events, run) =>
      inOrder(events, async (event) => {
        await run.deliver(event, { crashAtEnd: true });
        await run.deliver(redelivered(event));
      }),
  ],
  [
    'A row whose first query failed had different effects when it was delivered again.',
    (events, run) =>
      inOrder(events, async (event) => {
        await run.deliver(event, { failQuery: 1 });
        await run.deliver(redelivered(event));
      }),
  ],
  [
    'A row whose second query failed had different effects when it was delivered again.',
    (events, run) =>
      inOrder(events, async (event) => {
        await run.deliver(event, { failQuery: 2 });
        await run.deliver(redelivered(event));
      }),
  ],
];

const redelivered = (event: FollowedEvent): FollowedEvent => ({ ...event, attempt: event.attempt + 1 });

async function inOrder(
  events: readonly FollowedEvent[],
  deliver: (event: FollowedEvent) => Promise<void>,
): Promise<void> {
  for (const event of events) await deliver(event);
}

async function effectsOf(
  make: () => FollowerRig | Promise<FollowerRig>,
  deliver: (run: Run) => Promise<void>,
): Promise<string> {
  const rig = await make();
  await deliver(new Run(rig));
  return JSON.stringify(rig.effects());
}

interface Fault {
  /** The handler succeeds, and the process dies before COMMIT. */
  crashAtEnd?: boolean;
  /** Number of the failing query, starting at 1. */
  failQuery?: number;
}

/** Delivers rows as the product does: one at a time, each in its own transaction. */
class Run {
  constructor(private readonly rig: FollowerRig) {}

  async deliver(event: FollowedEvent, { crashAtEnd = false, failQuery = 0 }: Fault = {}): Promise<void> {
    const { follower, query, commit, rollback } = this.rig;
    let queries = 0;
    let hasFailed = false;
    const tx: FollowerTransaction = {
      query: async <Row>(sql: string, parameters?: unknown[]): Promise<Row[]> => {
        queries += 1;
        // As in PostgreSQL, after one statement fails, every later one in the transaction fails too.
        if (hasFailed || queries === failQuery) {
          hasFailed = true;
          throw new Error('The database is gone (a fault injected by this check).');
        }
        return query === undefined ? [] : query<Row>(sql, parameters);
      },
    };
    try {
      for (const { types, method } of handlersOf(follower)) {
        if (types.includes(event.type)) await handlerOf(follower, method)(event, tx);
      }
    } catch (error) {
      if (!hasFailed) throw error;
    }
    if (crashAtEnd || hasFailed) await rollback?.();
    else await commit?.();
  }
}

const handlersOf = (follower: object): { types: readonly LedgerType[]; method: string }[] => [
  ...followedTypesOf(follower.constructor),
];

const handlerOf =
  (follower: object, method: string): ShowEventHandler =>
  (event, tx) =>
    (follower as Record<string, ShowEventHandler>)[method]?.call(follower, event, tx);
