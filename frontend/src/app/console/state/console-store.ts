import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { ShowEvent, ShowJoinAck } from '@sellary/contracts';
import { ApiError } from '../../api/api-error';
import { ShowsApi } from '../../api/shows-api';
import { SessionStore } from '../../auth/session-store';
import { ActPause } from '../../ui/act-button';
import { moneyText } from '../../ui/money';
import { clock } from '../../ui/times';
import { ClaimRate } from './claim-rate';
import { linkHealth } from './link/link-health';
import { msSince } from './link/moment';
import type { LinkListener } from './link/link-listener';
import { ShowLink } from './link/show-link';
import { RenderScheduler } from './render-scheduler';
import { withEarlierActs } from './acts';
import { withCaughtUp } from './caught-up';
import { Drawer } from './drawer';
import { withOlderComments } from './older-comments';
import { LastChanges } from './last-changes';
import { reduceAll } from './reduce';
import { type ShowState, fromSnapshot } from './show-state';

const DEFER_MS = 80;
const TICK_MS = 500;
/** A heartbeat may be ahead of events in transit. After this time, the events count as missing. */
const MISSING_AFTER_MS = 1_200;
const PAGE_SIZE = 200;
const MAX_EARLIER_ROWS = 200;
const RETRY_MS = 5_000;
const ACTS_PAUSED = $localize`:@@console.link.acts-paused:Changes are paused until the live connection to the server is back.`;

/** The console's store: a snapshot, then events, folded by the reducer. The screen follows `state`. */
@Injectable()
export class ConsoleStore {
  private readonly api = inject(ShowsApi);
  private readonly session = inject(SessionStore);
  private readonly link = inject(ShowLink);
  private readonly scheduler = inject(RenderScheduler);
  private readonly pause = inject(ActPause);
  /** Null in the host view. */
  private readonly drawer = inject(Drawer, { optional: true });
  private readonly current = signal<ShowState | null>(null);
  private readonly now = signal(performance.now());

  readonly state = this.current.asReadonly();
  private readonly deferred = signal<ShowState | null>(null);
  /** The same state a moment later, for parts of the screen that can wait. This splits long tasks. */
  readonly deferredState = this.deferred.asReadonly();
  /** The open show's id, or empty before it is loaded. */
  readonly showId = computed(() => this.current()?.show.id ?? '');
  readonly failure = signal<ApiError | null>(null);
  readonly heartbeat = this.link.heartbeat;
  /** Ms from the last heartbeat to the last tick, or null before the first heartbeat. */
  private readonly sinceBeat = computed(() => {
    this.now();
    const heartbeatAt = this.link.heartbeatAt();
    return heartbeatAt && msSince(heartbeatAt);
  });
  readonly health = computed(() =>
    linkHealth({
      sinceBeat: this.sinceBeat(),
      sinceStart: msSince(this.link.startedAt()),
      isConfirmed: this.link.isConfirmed(),
      missing: this.missingRows(),
      isBlocked: this.link.isBlocked(),
    }),
  );
  /** True if updates arrive by HTTP long-polling because the network blocks WebSocket. */
  readonly isSlow = this.link.isSlow;
  /** The server's clock, ms. This device's own clock may be minutes off. */
  serverNow(): number {
    const heartbeat = this.link.heartbeat();
    const heartbeatAt = this.link.heartbeatAt();
    return heartbeat && heartbeatAt ? Date.parse(heartbeat.at) + msSince(heartbeatAt) : Date.now();
  }
  readonly isOperator = computed(() => this.session.mayAct('operator'));
  /**
   * True if an act may be sent now, because the role allows it and recent heartbeats arrived over the current
   * connection.
   */
  readonly mayAct = computed(() => this.isOperator() && this.health().mayAct);
  /** Formats a price or sum in the show's currency. Empty if the show has no currency. */
  money(minor: number | undefined): string {
    return moneyText(minor, this.current()?.show.currency);
  }
  readonly currentItem = computed(() => {
    const state = this.current();
    return state?.items.get(state.show.nowShowingItemId ?? '') ?? null;
  });

  /** The signed-in user. */
  readonly me = this.session.user;
  private readonly claimRate = new ClaimRate();
  /**
   * Number of claims in the last ten seconds, by item id. Claims that appeared before `since`, as measured by
   * `performance.now()`, are left out.
   */
  recentClaims(since = 0): ReadonlyMap<string, number> {
    this.current();
    return this.claimRate.counts(this.now(), since);
  }
  private readonly lastChanges = new LastChanges();
  /** True if a row after `seq` changed the show itself, or one of these items, buyers, or comments. */
  isChangedSince(seq: number, ids: Iterable<string>): boolean {
    this.current();
    return this.lastChanges.isAfter(seq, ids);
  }
  /** `performance.now()`, updated twice a second. */
  readonly clock = this.now.asReadonly();
  /** The users who have this show open. */
  readonly operators = computed(() => this.link.heartbeat()?.operators ?? []);
  /** The other users who have this show open. */
  readonly otherOperators = computed(() => this.operators().filter(({ id }) => id !== this.me()?.id));
  /** The other users who have this view open. The view is in presence notation, such as `claim:7`. */
  watchersOf(view: string) {
    return this.otherOperators().filter(({ open }) => open === view);
  }

  private queue: ShowEvent[] = [];
  private readonly snapshots = signal(0);
  /**
   * Number of snapshots so far. Only loads that the latest one started may continue, and other copies from the
   * server must be read again, because a viewer may have been erased.
   */
  readonly snapshotCount = this.snapshots.asReadonly();
  /** True while a new snapshot of the open show loads. */
  private isStartingOver = false;
  private paintTimer: ReturnType<typeof setTimeout> | undefined;
  private deferTimer: ReturnType<typeof setTimeout> | undefined;
  /** Times at which the oldest queued event and the deferred state began to wait. */
  private queuedAt = 0;
  private changedAt = 0;
  private listener: LinkListener | null = null;
  private missedEvents: readonly ShowEvent[] = [];

  constructor() {
    const ticker = setInterval(() => this.tick(), TICK_MS);
    effect(() => this.pause.reason.set(this.health().mayAct ? null : ACTS_PAUSED));
    effect(() => {
      const state = this.current();
      const shown = untracked(this.deferred)?.show.id;
      if (shown !== undefined && shown !== state?.show.id) this.deferred.set(null);
      if (state !== null && this.deferTimer === undefined) {
        this.changedAt = performance.now();
        this.deferTimer = setTimeout(() => this.updateDeferred(), DEFER_MS);
      }
    });
    inject(DestroyRef).onDestroy(() => {
      clearInterval(ticker);
      clearTimeout(this.paintTimer);
      clearTimeout(this.deferTimer);
      this.listener = null;
      this.pause.reason.set(null);
    });
  }

  async open(showId: string): Promise<void> {
    this.failure.set(null);
    this.link.close();
    this.queue = [];
    this.isStartingOver = false;
    const listener: LinkListener = {
      showId,
      lastSeq: () => this.queue.at(-1)?.seq ?? this.current()?.lastSeq ?? 0,
      onEvents: (events) => this.receive(events),
      onJoined: (answer, rejoined) => this.onJoined(answer, rejoined),
      onRefused: (message) => {
        this.current.set(null);
        this.failure.set(new ApiError('NOT_FOUND', message, 404));
      },
    };
    this.listener = listener;
    if (await this.loadSnapshot(listener)) this.link.open(listener);
  }

  /**
   * Loads a snapshot, and begins to load what it leaves out.
   * @returns false if that failed, or another show has been opened since
   */
  private async loadSnapshot(listener: LinkListener): Promise<boolean> {
    const { showId } = listener;
    try {
      const snapshot = await this.api.snapshot(showId);
      if (this.listener !== listener) return false;
      this.lastChanges.begin(snapshot.lastSeq);
      this.current.set(fromSnapshot(snapshot));
    } catch (failure) {
      if (this.listener === listener) this.failure.set(ApiError.from(failure));
      return false;
    }
    this.snapshots.update((count) => count + 1);
    const number = this.snapshots();
    const isLatest = (): boolean => this.listener === listener && this.snapshots() === number;
    void this.loadEarlierActs(showId, isLatest);
    void this.loadOlderComments(showId, isLatest);
    return true;
  }

  private receive(events: readonly ShowEvent[]): void {
    if (events.length === 0) return;
    // Only a new snapshot removes an erased viewer's name from everything on this page.
    const erased = events.flatMap((event) => (event.type === 'viewer.erased' ? event.data.buyerId : []));
    if (this.listener && erased.length > 0) {
      this.drawer?.forget(erased);
      this.startOver(this.listener);
    }
    // The catch-up after the new snapshot reads these rows again.
    if (this.isStartingOver) return;
    this.queue.push(...events);
    if (this.paintTimer !== undefined) return;
    this.queuedAt = performance.now();
    this.schedulePaint();
  }

  private schedulePaint(): void {
    const wait = this.scheduler.paintDelayMs(this.queuedAt);
    this.paintTimer = setTimeout(
      () => (this.scheduler.paintDelayMs(this.queuedAt) > 1 ? this.schedulePaint() : this.paint()),
      Math.max(0, wait),
    );
  }

  private paint(): void {
    this.paintTimer = undefined;
    this.scheduler.recordPaint();
    const state = this.current();
    if (!state) return;
    const { state: reduced, gap } = reduceAll(state, this.queue);
    // Rows after a gap are received again, and rows up to the state's are repeated.
    const applied = this.queue.filter(({ seq }) => seq > state.lastSeq && seq <= reduced.lastSeq);
    this.claimRate.record(applied, performance.now());
    this.lastChanges.record(applied);
    let after = reduced;
    this.queue = [];
    if (this.missedEvents.length > 0) {
      after = withCaughtUp(after, this.missedEvents, clock);
      this.missedEvents = [];
    }
    this.current.set(after);
    if (gap && this.listener) this.link.catchUp();
  }

  private updateDeferred(): void {
    const wait = this.scheduler.inputDelayMs(this.changedAt);
    if (wait > 1) {
      this.deferTimer = setTimeout(() => this.updateDeferred(), wait);
      return;
    }
    this.deferTimer = undefined;
    this.deferred.set(this.current());
  }

  private onJoined(answer: Extract<ShowJoinAck, { ok: true }>, rejoined: boolean): void {
    const { listener } = this;
    if (answer.truncated && listener) {
      this.startOver(listener);
      return;
    }
    if (rejoined && !this.isStartingOver) this.missedEvents = [...this.missedEvents, ...answer.events];
    this.receive(answer.events);
  }

  /** Reads a new snapshot and continues from it. */
  private startOver(listener: LinkListener): void {
    if (this.isStartingOver) return;
    this.isStartingOver = true;
    this.queue = [];
    void this.loadSnapshot(listener).then((loaded) => {
      if (this.listener !== listener) return;
      this.isStartingOver = false;
      if (loaded) this.link.catchUp();
    });
  }

  /** Shows other consoles which view is open here, and sends the note to the host. */
  reportPresence(change: { open?: string | null; note?: string | null }): void {
    const showId = this.listener?.showId;
    if (showId !== undefined) this.link.reportPresence({ showId, ...change });
  }

  /** Loads the latest acts, so that the console can undo an act from before it was opened. */
  private async loadEarlierActs(showId: string, isLatest: () => boolean): Promise<void> {
    const from = Math.max(0, (this.current()?.lastSeq ?? 0) - MAX_EARLIER_ROWS);
    try {
      const { events } = await this.api.events(showId, from, MAX_EARLIER_ROWS);
      if (isLatest()) this.current.update((state) => state && withEarlierActs(state, events));
    } catch {
      // Undo then covers only later acts; no data is lost.
    }
  }

  private missingRows(): number {
    const state = this.current();
    const sinceBeat = this.sinceBeat();
    const heartbeat = this.link.heartbeat();
    if (!state || !heartbeat || sinceBeat === null || sinceBeat < TICK_MS) return 0;
    return Math.max(0, heartbeat.lastSeq - state.lastSeq);
  }

  /**
   * Updates the link health. Acts also call this, because the user may press a button before the first tick
   * after the device wakes up.
   */
  tick(): void {
    this.link.check();
    this.now.set(performance.now());
    const sinceBeat = this.sinceBeat();
    if (sinceBeat === null || sinceBeat < MISSING_AFTER_MS || !this.link.isConfirmed()) return;
    if (this.isStartingOver || this.queue.length > 0) return;
    if (this.missingRows() > 0) this.link.catchUp();
  }

  /** Loads the comments that the snapshot leaves out, so that the proof line covers the whole show. */
  private async loadOlderComments(showId: string, isLatest: () => boolean): Promise<void> {
    let cursor: string | null = null;
    while (isLatest() && this.current()?.hasCountedAll === false) {
      try {
        const page = await this.api.comments(showId, {
          limit: PAGE_SIZE,
          ...(cursor !== null && { cursor }),
        });
        if (!isLatest()) return;
        cursor = page.nextCursor;
        this.current.update((now) => now && withOlderComments(now, page.comments, page.nextCursor === null));
        if (cursor === null) return;
      } catch (failure) {
        if (!ApiError.from(failure).isTransient) return;
        // Meanwhile, the proof line reports that older comments are still loading.
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }
}
