import { type Signal, computed, linkedSignal, resource, signal } from '@angular/core';
import type { Page } from '../api/all-pages';

export interface Paged<Row> {
  rows: Signal<readonly Row[]>;
  loaded: Signal<boolean>;
  /** True if the rows can be shown, which may be the previous ones until the new first page arrives. */
  ready: Signal<boolean>;
  loading: Signal<boolean>;
  error: Signal<unknown>;
  hasMore: Signal<boolean>;
  loadingMore: Signal<boolean>;
  loadMoreFailure: Signal<unknown>;
  loadMore: () => Promise<void>;
  reload: () => void;
}

/**
 * A list that is read page by page. A change to `query` restarts the list; the previous rows stay until the
 * new first page arrives. Create it in an injection context. While `query` is undefined, nothing is read.
 */
export function paged<Row, Query, List extends Page>(
  query: () => Query | undefined,
  read: (query: Query, cursor?: string) => Promise<List>,
  rowsOf: (page: List) => readonly Row[],
): Paged<Row> {
  const firstPageResource = resource({ params: query, loader: ({ params }) => read(params as Query) });
  const firstPage = computed(() => (firstPageResource.hasValue() ? firstPageResource.value() : null));
  /** Replaced when the first page changes, so that a late answer for the old list has no effect. */
  const list = computed(() => {
    const first = firstPage();
    return {
      pages: signal<readonly List[]>(first === null ? [] : [first]),
      loadingMore: signal(false),
      loadMoreFailure: signal<unknown>(null),
    };
  });
  const rows: Signal<readonly Row[]> = linkedSignal<readonly Row[] | null, readonly Row[]>({
    source: () => {
      const pages = list().pages();
      return pages.length > 0 ? pages.flatMap(rowsOf) : null;
    },
    computation: (current, previous) => current ?? previous?.value ?? [],
  });

  async function loadMore(): Promise<void> {
    const { pages, loadingMore, loadMoreFailure } = list();
    const cursor = pages().at(-1)?.nextCursor;
    const currentQuery = query();
    if (loadingMore() || cursor == null || currentQuery === undefined) return;
    loadingMore.set(true);
    loadMoreFailure.set(null);
    try {
      const page = await read(currentQuery, cursor);
      pages.update((before) => [...before, page]);
    } catch (failure) {
      loadMoreFailure.set(failure);
    } finally {
      loadingMore.set(false);
    }
  }

  return {
    rows,
    loaded: computed(() => firstPageResource.hasValue()),
    ready: computed(
      () => firstPageResource.error() === undefined && (firstPage() !== null || rows().length > 0),
    ),
    loading: firstPageResource.isLoading,
    error: firstPageResource.error,
    hasMore: computed(() => list().pages().at(-1)?.nextCursor != null),
    loadingMore: computed(() => list().loadingMore()),
    loadMoreFailure: computed(() => list().loadMoreFailure()),
    loadMore,
    reload: () => void firstPageResource.reload(),
  };
}
