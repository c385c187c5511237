import type { ShowEvent, ShowJoinAck } from '@sellary/contracts';

/** Receives reports from `ShowLink`. */
export interface LinkListener {
  showId: string;
  /** `seq` of the last ledger row that this console has received. Read at every join. */
  lastSeq(): number;
  onEvents(events: readonly ShowEvent[]): void;
  /**
   * Handles a successful join. If `rejoined` is true, the room had been joined before, so the response
   * contains the missed events.
   */
  onJoined(answer: Extract<ShowJoinAck, { ok: true }>, rejoined: boolean): void;
  onRefused(message: string): void;
}
