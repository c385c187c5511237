import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ClearableSearch } from './clearable-search';

describe('A search that can be cleared', () => {
  const focusFirst = jest.fn();
  const query = signal('');
  let search: ClearableSearch<string>;

  beforeEach(() => {
    focusFirst.mockReset();
    query.set('');
    search = TestBed.runInInjectionContext(
      () =>
        new ClearableSearch<string>({
          query,
          term: query,
          rowFocus: signal({ active: () => 'row', focusFirst }),
          isSame: (row, other) => row === other,
        }),
    );
    TestBed.tick();
  });

  it('The row keeps the focus when the search is cleared.', () => {
    query.set('ann');
    TestBed.tick();
    search.clear();
    TestBed.tick();
    expect(query()).toBe('');
    expect(focusFirst).toHaveBeenCalledTimes(1);
  });

  it('Clearing without a search does not move the focus after a later search.', () => {
    search.clear();
    query.set('ann');
    TestBed.tick();
    query.set('');
    TestBed.tick();
    expect(focusFirst).not.toHaveBeenCalled();
  });
});
