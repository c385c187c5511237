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
 * @param events a show's ledger rows; by default, those of a small sample show
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
  const expected = await effectsOf(make, followedEvents, (event, run) => run.deliver(event));
  const problems: string[] = [];
  for (const [problem, fault] of REDELIVERIES) {
    try {
      const effects = await effectsOf(make, followedEvents, async (event, run) => {
        await run.deliver(event, fault);
        await run.deliver({ ...event, attempt: event.attempt + 1 });
      });
      if (effects !== expected) {
        problems.push(`${problem} Effects: ${effects}. If each row is delivered once: ${expected}.`);
      }
    } catch (error) {
      problems.push(`${problem} It failed: ${messageOf(error)}`);
    }
  }
  if (problems.length > 0) throw new ConformanceError(name, problems);
}

/** Faults in a row's first delivery, each with the problem to report. The row is then delivered again. */
const REDELIVERIES: readonly [problem: string, fault: Fault][] = [
  ['A row delivered twice had different effects from a row delivered once.', {}],
  [
    'A row was delivered again because its transaction was rolled back after its handler succeeded, and the effects were different.',
    { crashAtEnd: true },
  ],
  [
    "A row was delivered again because its handler's first query failed, and the effects were different.",
    { failQuery: 1 },
  ],
  [
    "A row was delivered again because its handler's second query failed, and the effects were different.",
    { failQuery: 2 },
  ],
];

async function effectsOf(
  make: () => FollowerRig | Promise<FollowerRig>,
  events: readonly FollowedEvent[],
  deliver: (event: FollowedEvent, run: Run) => Promise<void>,
): Promise<string> {
  const rig = await make();
  const run = new Run(rig);
  for (const event of events) await deliver(event, run);
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
