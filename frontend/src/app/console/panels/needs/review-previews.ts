import {
  DestroyRef,
  Injectable,
  type Signal,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import {
  MAX_PREVIEWED_REQUESTS,
  MAX_RESOLVED_AT_ONCE,
  type AcceptRequest,
  type Comment,
  type ResolvePreview,
  type ResolveRequest,
} from '@sellary/contracts';
import { ReviewsApi } from '../../../api/reviews-api';
import { BlockedBuyers } from '../../../blocks/blocked-buyers';
import { Timer } from '../../list/timer';
import { ConsoleStore } from '../../state/console-store';
import { OPEN_REVIEWS } from '../../state/last-changes';
import type { ReviewRow } from '../../state/needs-rows';
import { namesNoItem } from './proposals';

/** Changes that follow each other within this time are read together. */
const DEBOUNCE_MS = 150;
/** Minimum time between the starts of two calls. */
const MIN_PERIOD_MS = 1_000;
const RETRY_MS = 5_000;

/** A question about what accepting would do. `key`: an answer to an earlier question of this key may stay visible. */
export interface PreviewAsk {
  readonly key: string;
  readonly request: ResolveRequest;
  /** Ids of the comments and their buyers. */
  readonly dependsOn: readonly string[];
}

interface Answer {
  readonly asked: string;
  readonly lastSeq: number;
  /** Blocks of the buyers when it was asked. The ledger of the show does not contain them. */
  readonly blocks: string;
  /** Null if the request would be refused. */
  readonly preview: ResolvePreview | null;
  readonly text: string;
}

/** Reads what accepting would do from the server, for what is on screen, with at most one call at a time. */
@Injectable()
export class ReviewPreviews {
  private readonly api = inject(ReviewsApi);
  private readonly store = inject(ConsoleStore);
  private readonly blocks = inject(BlockedBuyers);
  private readonly timer = new Timer();
  private readonly watched = new Map<object, PreviewAsk>();
  /** Answers by key, the latest at the end. */
  private readonly answers = signal<ReadonlyMap<string, Answer>>(new Map());
  private earliestAt = 0;
  private isReading = false;
  private isWaiting = false;

  constructor() {
    effect(() => {
      this.store.state();
      this.blocks.all();
      untracked(() => this.wake());
    });
    inject(DestroyRef).onDestroy(() => this.watched.clear());
  }

  /**
   * The latest preview in words; null before the first. The preview is read while the caller exists. Call it
   * in an injection context.
   */
  watch(ask: Signal<PreviewAsk | null>): Signal<string | null> {
    const owner = {};
    effect(() => {
      const now = ask();
      if (now === null) this.watched.delete(owner);
      else this.watched.set(owner, now);
      untracked(() => this.wake());
    });
    inject(DestroyRef).onDestroy(() => this.watched.delete(owner));
    return computed(() => {
      const now = ask();
      const answer = now && this.answers().get(now.key);
      if (!now || !answer) return null;
      return this.isCertain(now, answer)
        ? answer.text
        : $localize`:Result of accepting comments, while a newer one is being read@@console.preview.updating:${answer.text}:result: (updating)`;
    });
  }

  /** True if no comment of the row names an item, or its variant, so that accepting requires a choice. */
  needsChoice({ key, comments }: ReviewRow): boolean {
    const counts = this.answers().get(key)?.preview?.counts;
    if (counts) {
      return Object.keys(counts).every((outcome) => outcome === 'needs_item' || outcome === 'needs_variant');
    }
    const state = this.store.state();
    return state !== null && comments.every((comment) => namesNoItem(state, comment));
  }

  /** Number of comments that the first button of the row settles; null while it is not known for certain. */
  counted(row: ReviewRow): number | null {
    const answer = this.answers().get(row.key);
    if (!answer?.preview || !this.isCertain(askOf(row), answer)) return null;
    const { counts, left } = answer.preview;
    return Object.values(counts).reduce((sum, count) => sum + count, left);
  }

  private isCertain(ask: PreviewAsk, { asked, lastSeq, blocks, preview }: Answer): boolean {
    const { request, dependsOn } = ask;
    const reviews = request.commentIds === undefined ? [OPEN_REVIEWS] : [];
    const ids = [...dependsOn, ...(preview?.dependsOn ?? []), ...reviews];
    return (
      asked === JSON.stringify(request) &&
      blocks === this.blocksOf(ask) &&
      !this.store.isChangedSince(lastSeq, ids)
    );
  }

  private blocksOf({ dependsOn }: PreviewAsk): string {
    return dependsOn.map((id) => this.blocks.blockOf(id)?.block ?? '').join();
  }

  private wake(): void {
    if (this.isReading || this.isWaiting || this.watched.size === 0) return;
    this.isWaiting = true;
    this.timer.start(Math.max(DEBOUNCE_MS, this.earliestAt - performance.now()), () => {
      this.isWaiting = false;
      void this.read();
    });
  }

  private async read(): Promise<void> {
    const showId = this.store.state()?.show.id;
    const asks = this.nextAsks();
    if (showId === undefined || asks.length === 0) return;
    this.isReading = true;
    this.earliestAt = performance.now() + MIN_PERIOD_MS;
    try {
      const requests = asks.map(({ request }) => request);
      const blocks = asks.map((ask) => this.blocksOf(ask));
      const [{ lastSeq, previews }, { previewText }] = await Promise.all([
        this.api.preview(showId, requests),
        // The words are not part of the first page.
        import('./preview-text'),
      ]);
      this.keep(asks, (index) => {
        const preview = previews[index] ?? null;
        return { lastSeq, blocks: blocks[index] ?? '', preview, text: previewText(preview) };
      });
    } catch {
      // The rows then show that their previews are not up to date.
      this.earliestAt = performance.now() + RETRY_MS;
    }
    this.isReading = false;
    this.wake();
  }

  /** Asks without a certain answer, those with the oldest answers first, as many as fit into one call. */
  private nextAsks(): PreviewAsk[] {
    const order = [...this.answers().keys()];
    const open = new Map([...this.watched.values()].map((ask) => [ask.key, ask]));
    let room = MAX_RESOLVED_AT_ONCE;
    return [...open.values()]
      .filter((ask) => {
        const answer = this.answers().get(ask.key);
        return answer === undefined || !this.isCertain(ask, answer);
      })
      .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
      .filter(({ request: { commentIds = [] } }) => {
        const fits = commentIds.length <= room;
        if (fits) room -= commentIds.length;
        return fits;
      })
      .slice(0, MAX_PREVIEWED_REQUESTS);
  }

  private keep(asks: readonly PreviewAsk[], answerTo: (index: number) => Omit<Answer, 'asked'>): void {
    const keys = new Set([...this.watched.values()].map(({ key }) => key));
    const answers = new Map([...this.answers()].filter(([key]) => keys.has(key)));
    for (const [index, { key, request }] of asks.entries()) {
      answers.delete(key);
      answers.set(key, { asked: JSON.stringify(request), ...answerTo(index) });
    }
    this.answers.set(answers);
  }
}

/** Asks what the first button of a row would do. */
export function askOf({ key, question, comments }: ReviewRow): PreviewAsk {
  const word = question.kind === 'word' && comments.length > 1 ? question.word : null;
  const first = comments.slice(0, MAX_RESOLVED_AT_ONCE);
  return {
    key,
    request:
      word === null
        ? { action: 'accept', commentIds: first.map(({ id }) => id) }
        : { action: 'count-word', word },
    dependsOn: first.flatMap(({ id, buyer }) => [id, buyer.id]),
  };
}

/** Asks what accepting the comment with an edit would do. */
export const askWithEdit = ({ id, buyer }: Comment, edit: AcceptRequest): PreviewAsk => ({
  key: `${id} ${JSON.stringify(edit)}`,
  request: { action: 'accept', commentIds: [id], edit },
  dependsOn: [id, buyer.id],
});
