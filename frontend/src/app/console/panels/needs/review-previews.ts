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
import { isIncomplete } from './proposals';

/** Changes within this time are combined into one call. */
const DEBOUNCE_MS = 150;
/** Minimum time between the starts of two calls. */
const MIN_PERIOD_MS = 1_000;
const RETRY_MS = 5_000;

/**
 * A query for the result of accepting. The preview from an earlier query with the same `key` may stay
 * visible.
 */
interface PreviewQuery {
  readonly key: string;
  readonly request: ResolveRequest;
  /** Ids of the comments and their buyers. */
  readonly dependsOn: readonly string[];
}

interface CacheEntry {
  readonly json: string;
  readonly lastSeq: number;
  /** The buyers' blocks at the time of the request. The show's ledger does not contain blocks. */
  readonly blocks: string;
  /** Null if the request would be rejected. */
  readonly preview: ResolvePreview | null;
  readonly text: string;
}

/** Loads the results of accepting for the rows on the screen, with at most one call at a time. */
@Injectable()
export class ReviewPreviews {
  private readonly api = inject(ReviewsApi);
  private readonly store = inject(ConsoleStore);
  private readonly blocks = inject(BlockedBuyers);
  private readonly timer = new Timer();
  private readonly queries = new Map<object, PreviewQuery>();
  /** Previews by key, latest last. */
  private readonly cached = signal<ReadonlyMap<string, CacheEntry>>(new Map());
  /** Null until the words are loaded. */
  private readonly doubtText = signal<((row: ReviewRow, needsChoice: boolean) => string) | null>(null);
  private nextCallAt = 0;
  private isLoading = false;
  private isScheduled = false;

  constructor() {
    effect(() => {
      this.store.state();
      this.blocks.all();
      untracked(() => this.schedule());
    });
    inject(DestroyRef).onDestroy(() => this.queries.clear());
  }

  /**
   * Returns the latest preview as text, or null before the first preview. The text is updated while the
   * caller exists. Call `watch` in an injection context.
   */
  watch(query: Signal<PreviewQuery | null>): Signal<string | null> {
    const owner = {};
    effect(() => {
      const current = query();
      if (current === null) this.queries.delete(owner);
      else this.queries.set(owner, current);
      untracked(() => this.schedule());
    });
    inject(DestroyRef).onDestroy(() => this.queries.delete(owner));
    return computed(() => {
      const current = query();
      const entry = current && this.cached().get(current.key);
      if (!current || !entry) return null;
      return this.isUpToDate(current, entry)
        ? entry.text
        : $localize`:Result of accepting comments, while a newer one is being read@@console.preview.updating:${entry.text}:result: (updating)`;
    });
  }

  /** True if every comment in the row lacks an item or a variant, so that accepting requires a choice. */
  needsChoice({ key, comments }: ReviewRow): boolean {
    const counts = this.cached().get(key)?.preview?.counts;
    if (counts) {
      return Object.keys(counts).every((outcome) => outcome === 'needs_item' || outcome === 'needs_variant');
    }
    const state = this.store.state();
    return state !== null && comments.every((comment) => isIncomplete(state, comment));
  }

  /** The doubt about the row's comment, or empty if the preview already shows it. */
  doubt(row: ReviewRow): string {
    return this.doubtText()?.(row, this.needsChoice(row)) ?? '';
  }

  /**
   * Number of comments that the row's accept button resolves, or null while its preview is not up to date.
   */
  acceptCount(row: ReviewRow): number | null {
    const entry = this.cached().get(row.key);
    if (!entry?.preview || !this.isUpToDate(previewQuery(row), entry)) return null;
    const { counts, left } = entry.preview;
    return Object.values(counts).reduce((sum, count) => sum + count, left);
  }

  private isUpToDate(query: PreviewQuery, { json, lastSeq, blocks, preview }: CacheEntry): boolean {
    const { request, dependsOn } = query;
    const reviews = request.commentIds === undefined ? [OPEN_REVIEWS] : [];
    const ids = [...dependsOn, ...(preview?.dependsOn ?? []), ...reviews];
    return (
      json === JSON.stringify(request) &&
      blocks === this.blocksOf(query) &&
      !this.store.isChangedSince(lastSeq, ids)
    );
  }

  private blocksOf({ dependsOn }: PreviewQuery): string {
    return dependsOn.map((id) => this.blocks.blockOf(id)?.block ?? '').join();
  }

  private schedule(): void {
    if (this.isLoading || this.isScheduled || this.queries.size === 0) return;
    this.isScheduled = true;
    this.timer.start(Math.max(DEBOUNCE_MS, this.nextCallAt - performance.now()), () => {
      this.isScheduled = false;
      void this.load();
    });
  }

  private async load(): Promise<void> {
    const showId = this.store.state()?.show.id;
    const batch = this.nextQueries();
    if (showId === undefined || batch.length === 0) return;
    this.isLoading = true;
    this.nextCallAt = performance.now() + MIN_PERIOD_MS;
    try {
      const requests = batch.map(({ request }) => request);
      const blocks = batch.map((query) => this.blocksOf(query));
      const [{ lastSeq, previews }, previewText] = await Promise.all([
        this.api.preview(showId, requests),
        this.loadTexts(),
      ]);
      this.add(batch, (index) => {
        const preview = previews[index] ?? null;
        return { lastSeq, blocks: blocks[index] ?? '', preview, text: previewText(preview) };
      });
    } catch {
      // The rows then show that their previews are not up to date.
      this.nextCallAt = performance.now() + RETRY_MS;
    }
    this.isLoading = false;
    this.schedule();
  }

  /** Loads the texts only when a row needs them, so that the console itself loads faster. */
  private async loadTexts(): Promise<(preview: ResolvePreview | null) => string> {
    const { doubtText, previewText } = await import('./preview-text');
    // The doubts do not need the server, so they are shown even if the previews fail.
    this.doubtText.set(doubtText);
    return previewText;
  }

  /** Queries without an up-to-date preview, oldest previews first, as many as fit in one call. */
  private nextQueries(): PreviewQuery[] {
    const order = [...this.cached().keys()];
    const unique = new Map([...this.queries.values()].map((query) => [query.key, query]));
    let room = MAX_RESOLVED_AT_ONCE;
    return [...unique.values()]
      .filter((query) => {
        const entry = this.cached().get(query.key);
        return entry === undefined || !this.isUpToDate(query, entry);
      })
      .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
      .filter(({ request: { commentIds = [] } }) => {
        const fits = commentIds.length <= room;
        if (fits) room -= commentIds.length;
        return fits;
      })
      .slice(0, MAX_PREVIEWED_REQUESTS);
  }

  private add(batch: readonly PreviewQuery[], entryAt: (index: number) => Omit<CacheEntry, 'json'>): void {
    const keys = new Set([...this.queries.values()].map(({ key }) => key));
    const cached = new Map([...this.cached()].filter(([key]) => keys.has(key)));
    for (const [index, { key, request }] of batch.entries()) {
      cached.delete(key);
      cached.set(key, { json: JSON.stringify(request), ...entryAt(index) });
    }
    this.cached.set(cached);
  }
}

/** Builds the query for what a row's accept button would do. */
export function previewQuery({ key, question, comments }: ReviewRow): PreviewQuery {
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

/** Builds the query for the result of accepting the comment with an edit. */
export const editQuery = ({ id, buyer }: Comment, edit: AcceptRequest): PreviewQuery => ({
  key: `${id} ${JSON.stringify(edit)}`,
  request: { action: 'accept', commentIds: [id], edit },
  dependsOn: [id, buyer.id],
});
