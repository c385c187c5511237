import { Injectable } from '@nestjs/common';
import { type Show, type ShowStatus, type SourceInput, VIEWER_OUTCOMES } from '@sellary/contracts';
import { actorOf, type Principal } from '../../auth';
import { ApiError, Clock, isUuid, sqlWords } from '../../kernel';
import {
  type ActiveSpan,
  bindSources,
  BroadcastLinks,
  type LockedShow,
  unbindSources,
  replaceSources,
  rulesOf,
  ShowTransactions,
  sourcesOf,
  STATUS_TEXTS,
  storeCanonicalIds,
} from '../../shows';
import { auditAct } from './act';

type LifecycleCommand = 'activate' | 'pause' | 'resume' | 'stop';

interface Transition {
  from: ShowStatus[];
  to: ShowStatus;
  /** Completes "The show can't …". */
  verb: string;
}

const TRANSITIONS: Record<LifecycleCommand, Transition> = {
  activate: { from: ['draft'], to: 'active', verb: 'go live' },
  pause: { from: ['active'], to: 'paused', verb: 'be paused' },
  resume: { from: ['paused'], to: 'active', verb: 'be resumed' },
  stop: { from: ['active', 'paused'], to: 'ended', verb: 'be ended' },
};

/**
 * draft → active ⇄ paused → ended. A span begins when the operator presses the button, not when the queue
 * runs the act. Likewise, it ends when the operator presses the button to pause or end the show, unless a
 * later comment has already been decided.
 */
@Injectable()
export class Lifecycle {
  constructor(
    private readonly showTransactions: ShowTransactions,
    private readonly clock: Clock,
    private readonly links: BroadcastLinks,
  ) {}

  /**
   * Starts or ends a span. If given, `newSources` first replace the show's sources.
   * @throws ApiError NOT_FOUND, INVALID_TRANSITION, NO_SOURCE, LIVE_ALREADY_BOUND
   */
  async run(
    principal: Principal,
    showId: string,
    command: LifecycleCommand,
    newSources?: SourceInput[],
  ): Promise<Show> {
    const pressedAt = this.clock.now();
    const startsSpan = command === 'activate' || command === 'resume';
    const mayResolve = startsSpan && isUuid(showId);
    const sources =
      mayResolve && newSources !== undefined
        ? await this.links.resolveSources(principal.workspaceId, showId, newSources)
        : undefined;
    const canonicalIds =
      mayResolve && newSources === undefined
        ? await this.links.canonicalIds(principal.workspaceId, showId)
        : [];
    return this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      const { from, to, verb } = TRANSITIONS[command];
      const before = show.row.status;
      if (!from.includes(before)) {
        const [status, alreadySo] = STATUS_TEXTS[before];
        const problem = before === to ? alreadySo : `${status}, so it can't ${verb}`;
        throw new ApiError(
          'INVALID_TRANSITION',
          `The show ${problem}. Reload the page to see its current status.`,
        );
      }
      if (sources !== undefined) await replaceSources(show.tx, principal.workspaceId, showId, sources);
      const hasNewSources = (await storeCanonicalIds(show.tx, showId, canonicalIds)) || sources !== undefined;
      // Also on resume, because the sources may have changed during the pause.
      if (startsSpan) await bindSources(show.tx, showId);
      if (command === 'stop') await unbindSources(show.tx, showId);
      const at = this.changeStatus(
        show,
        command,
        startsSpan ? pressedAt : Math.max(pressedAt, (await lastClaimTime(show, pressedAt)) + 1),
      );
      const boundSources = await sourcesOf(show.tx, showId);
      if (hasNewSources) {
        show.record('show.updated', { show: show.changedShow(boundSources) }, actorOf(principal));
      }
      if (command === 'activate') {
        show.changeRules(
          { ...rulesOf(show.row), policy: show.catalog.newestPolicyId(rulesOf(show.row).policy) },
          actorOf(principal),
        );
      }
      const after = show.changedShow(boundSources);
      const { name, createdAt, updatedAt, currency } = after;
      const showFields = { name, createdAt, updatedAt, ...(currency === undefined ? {} : { currency }) };
      show.record(
        'session.status',
        { showId, status: to, stats: { ...show.stats }, show: showFields },
        actorOf(principal),
        at,
      );
      auditAct(show, principal, `show.${command}`, ['show', showId], {
        before: { status: before },
        after: { status: to, at },
      });
      return after;
    });
  }

  /**
   * Opens or closes the span at `atMs`.
   * @returns the same time in ISO 8601 for the ledger row, from which replay rebuilds the spans.
   */
  private changeStatus(show: LockedShow, command: LifecycleCommand, atMs: number): string {
    const spans = show.row.spans.map((span): ActiveSpan => [...span]);
    const last = spans[spans.length - 1];
    // If the clock was ahead, the previous span ends in the future. The new span still starts now, because
    // otherwise no comment would count until the previous span's end. Overlapping time counts once, and a
    // span that ends before it starts is empty.
    const at = new Date(atMs);
    const wasAhead = show.row.started_at !== null && show.row.started_at > at;
    if (command === 'activate' || command === 'resume') spans.push([atMs, null]);
    else if (last !== undefined && last[1] === null) last[1] = atMs;
    show.change({
      status: TRANSITIONS[command].to,
      spans,
      ...(command === 'activate' || (command === 'resume' && wasAhead) ? { started_at: at } : {}),
      ...(command === 'stop' ? { ended_at: at } : {}),
    });
    return at.toISOString();
  }
}

/**
 * Clocks of processes that decide the same show differ by less than this. Claim times farther ahead come from
 * a clock that has since been corrected.
 */
const MAX_CLOCK_DIFFERENCE_MS = 5_000;

/**
 * The latest claim time of the viewers' comments in the show, in ms, or 0 if there is none. Another process
 * may decide a comment between the button press and this lock. If the span ended when the button was pressed,
 * it would exclude a claim that has already won.
 */
async function lastClaimTime(show: LockedShow, pressedAt: number): Promise<number> {
  const [row] = await show.tx.query<{ at: Date | null }>(
    `SELECT max(commented_at) AS at FROM comments WHERE show_id = $1 AND outcome IN ${sqlWords(VIEWER_OUTCOMES)} AND commented_at < $2`,
    [show.id, new Date(pressedAt + MAX_CLOCK_DIFFERENCE_MS)],
  );
  return row?.at?.getTime() ?? 0;
}
