import type { ShowEvent, ShowJoinAck } from '@sellary/contracts';

/** Receives the reports of `ShowLink`. */
export interface LinkListener {
  showId: string;
  /** `seq` of the last ledger row on this page, read at every join. */
  lastSeq(): number;
  onEvents(events: readonly ShowEvent[]): void;
  /**
   * A join succeeded. With `rejoined`, the room had been joined before, so the events of the response are the
   * missed ones.
   */
  onJoined(answer: Extract<ShowJoinAck, { ok: true }>, rejoined: boolean): void;
  onRefused(message: string): void;
}
