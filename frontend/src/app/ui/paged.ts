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
  moreFailure: Signal<unknown>;
  loadMore: () => Promise<void>;
  reload: () => void;
}

/**
 * A list that is read page by page. A change of `query` restarts it; the previous rows stay until its
 * first page arrives. Create it in an injection context. While `query` is undefined, nothing is read.
 */
export function paged<Row, Query>(
  query: () => Query | undefined,
  read: (query: Query, cursor?: string) => Promise<Page<Row>>,
): Paged<Row> {
  const first = resource({ params: query, loader: ({ params }) => read(params as Query) });
  const more = linkedSignal<unknown, readonly Page<Row>[]>({
    source: () => (first.hasValue() ? first.value() : null),
    computation: () => [],
  });
  const loadingMore = signal(false);
  const moreFailure = signal<unknown>(null);
  const last = computed(() => more().at(-1) ?? (first.hasValue() ? first.value() : null));
  const rows: Signal<readonly Row[]> = linkedSignal<readonly Row[] | null, readonly Row[]>({
    source: () => (first.hasValue() ? [...first.value().rows, ...more().flatMap((page) => page.rows)] : null),
    computation: (now, before) => now ?? before?.value ?? [],
  });

  async function loadMore(): Promise<void> {
    const firstPage = first.hasValue() ? first.value() : null;
    const cursor = last()?.nextCursor;
    const now = query();
    if (loadingMore() || cursor == null || now === undefined) return;
    loadingMore.set(true);
    moreFailure.set(null);
    try {
      const page = await read(now, cursor);
      if (firstPage === (first.hasValue() ? first.value() : null)) more.update((pages) => [...pages, page]);
    } catch (failure) {
      moreFailure.set(failure);
    } finally {
      loadingMore.set(false);
    }
  }

  return {
    rows,
    loaded: computed(() => first.hasValue()),
    loading: first.isLoading,
    failure: first.error,
    hasMore: computed(() => last()?.nextCursor != null),
    loadingMore: loadingMore.asReadonly(),
    moreFailure: moreFailure.asReadonly(),
    loadMore,
    reload: () => void first.reload(),
  };
}
