import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { flushPromises } from '../../../testing/session';
import { paged } from './paged';

interface Page {
  rows: readonly string[];
  nextCursor: string | null;
}

describe('a list that is read page by page', () => {
  const query = signal('old');
  let moreReads: { resolve: (page: Page) => void; reject: (failure: Error) => void }[];

  async function open() {
    query.set('old');
    moreReads = [];
    const list = TestBed.runInInjectionContext(() =>
      paged(
        query,
        (name, cursor): Promise<Page> =>
          cursor === undefined
            ? Promise.resolve({ rows: [`${name} 1`], nextCursor: 'next' })
            : new Promise((resolve, reject) => moreReads.push({ resolve, reject })),
        ({ rows }) => rows,
      ),
    );
    await render();
    return list;
  }
  async function render(): Promise<void> {
    TestBed.tick();
    await flushPromises();
  }
  async function startNewList(): Promise<void> {
    query.set('new');
    await render();
  }

  it('The new list does not show the old list’s error, not even one that arrives late.', async () => {
    const list = await open();
    void list.loadMore();
    moreReads[0]?.reject(new Error('early'));
    await render();
    expect(list.loadMoreFailure()).toEqual(new Error('early'));
    void list.loadMore();
    await startNewList();
    expect(list.loadMoreFailure()).toBeNull();
    moreReads[1]?.reject(new Error('late'));
    await render();
    expect(list.loadMoreFailure()).toBeNull();
    void list.loadMore();
    moreReads[2]?.reject(new Error('new'));
    await render();
    expect(list.loadMoreFailure()).toEqual(new Error('new'));
    query.set('newest');
    await render();
    expect(list.loadMoreFailure()).toBeNull();
  });

  it('The new list loads more rows while a read of the old list is still running.', async () => {
    const list = await open();
    void list.loadMore();
    await startNewList();
    expect(list.loadingMore()).toBe(false);
    void list.loadMore();
    expect(list.loadingMore()).toBe(true);
    moreReads[0]?.resolve({ rows: ['old 2'], nextCursor: null });
    await render();
    expect([list.rows(), list.loadingMore()]).toEqual([['new 1'], true]);
    moreReads[1]?.resolve({ rows: ['new 2'], nextCursor: null });
    await render();
    expect([list.rows(), list.hasMore()]).toEqual([['new 1', 'new 2'], false]);
  });
});
