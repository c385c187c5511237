import { type Signal, computed, linkedSignal, resource, signal } from '@angular/core';

export interface Page<Row> {
  rows: readonly Row[];
  nextCursor: string | null;
}

export interface Paged<Row> {
  rows: Signal<readonly Row[]>;
  loaded: Signal<boolean>;
  loading: Signal<boolean>;
  failure: Signal<unknown>;
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
export function paged<Row, Query>(
  query: () => Query | undefined,
  read: (query: Query, cursor?: string) => Promise<Page<Row>>,
): Paged<Row> {
  const firstPageResource = resource({ params: query, loader: ({ params }) => read(params as Query) });
  const firstPage = computed(() => (firstPageResource.hasValue() ? firstPageResource.value() : null));
  const morePages = linkedSignal<unknown, readonly Page<Row>[]>({
    source: firstPage,
    computation: () => [],
  });
  const loadingMore = signal(false);
  const loadMoreFailure = signal<unknown>(null);
  const lastPage = computed(() => morePages().at(-1) ?? firstPage());
  const rows: Signal<readonly Row[]> = linkedSignal<readonly Row[] | null, readonly Row[]>({
    source: () => firstPage()?.rows.concat(morePages().flatMap((page) => page.rows)) ?? null,
    computation: (current, previous) => current ?? previous?.value ?? [],
  });

  async function loadMore(): Promise<void> {
    const initialFirstPage = firstPage();
    const cursor = lastPage()?.nextCursor;
    const currentQuery = query();
    if (loadingMore() || cursor == null || currentQuery === undefined) return;
    loadingMore.set(true);
    loadMoreFailure.set(null);
    try {
      const page = await read(currentQuery, cursor);
      if (initialFirstPage === firstPage()) morePages.update((pages) => [...pages, page]);
    } catch (failure) {
      loadMoreFailure.set(failure);
    } finally {
      loadingMore.set(false);
    }
  }

  return {
    rows,
    loaded: computed(() => firstPageResource.hasValue()),
    loading: firstPageResource.isLoading,
    failure: firstPageResource.error,
    hasMore: computed(() => lastPage()?.nextCursor != null),
    loadingMore: loadingMore.asReadonly(),
    loadMoreFailure: loadMoreFailure.asReadonly(),
    loadMore,
    reload: () => void firstPageResource.reload(),
  };
}
