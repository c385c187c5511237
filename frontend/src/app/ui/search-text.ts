import { effect, signal, untracked, type WritableSignal } from '@angular/core';

const SEARCH_AFTER_MS = 250;

/**
 * Returns a signal with the trimmed text. The signal updates after a pause in typing, because a search may
 * read many rows. Set the returned signal to search immediately.
 */
export function searchText(query: () => string): WritableSignal<string> {
  const text = signal(untracked(query).trim());
  effect((onCleanup) => {
    const trimmed = query().trim();
    const timer = setTimeout(() => text.set(trimmed), SEARCH_AFTER_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return text;
}
