import type { Actor, LedgerData, LedgerType } from '@sellary/contracts';

/** A row of a show's ledger, as its followers receive it. */
export type FollowedEvent<T extends LedgerType = LedgerType> = {
  [K in T]: {
    readonly workspaceId: string;
    readonly showId: string;
    /** The row's number in its show, starting at 1. */
    readonly seq: number;
    readonly type: K;
    /** Time of the row, ISO-8601. */
    readonly at: string;
    /** Absent if a viewer caused the row. */
    readonly by?: Actor;
    readonly data: LedgerData[K];
    /** Stable across retries and restarts: the same for each delivery of this row to this follower. */
    readonly deliveryId: string;
    /** 1 for the first delivery. */
    readonly attempt: number;
  };
}[T];

/** Runs SQL in the transaction that handles the row, which is committed only if the handler succeeds. */
export interface FollowerTransaction {
  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

export type ShowEventHandler<T extends LedgerType = LedgerType> = (
  event: FollowedEvent<T>,
  tx: FollowerTransaction,
) => Promise<void> | void;

/** A class with at least one `@OnShowEvent(…)` method. */
export type ShowFollower = object;

/** A follower's handler: the row types that it handles, and the method name. */
export interface FollowedTypes {
  readonly types: readonly LedgerType[];
  readonly method: string;
}

const handlersByClass = new WeakMap<object, FollowedTypes[]>();

/**
 * Calls the method for each row of these types, in every show of a workspace that uses the extension: after
 * COMMIT, in the order of the show's ledger, one row at a time per show, at least once. The cursor is stored,
 * so that rows not yet delivered when the product stops are delivered after it starts again. A handler that
 * throws or takes longer than 10 seconds is called again with growing pauses; after 8 attempts, the row is
 * set aside and shown in the console, and the next row is delivered.
 */
export const OnShowEvent =
  <T extends LedgerType>(...types: [T, ...T[]]) =>
  <Handler extends ShowEventHandler<T>>(
    target: object,
    method: string,
    _: TypedPropertyDescriptor<Handler>,
  ): void => {
    handlersByClass.set(target, [...(handlersByClass.get(target) ?? []), { types, method }]);
  };

/** The handlers that a follower's class declares; called by the product. */
export const followedTypesOf = (follower: { prototype: object }): readonly FollowedTypes[] =>
  handlersByClass.get(follower.prototype) ?? [];
