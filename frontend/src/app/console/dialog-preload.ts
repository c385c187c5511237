import { DOCUMENT, DestroyRef, inject } from '@angular/core';
import { DetailsCode } from './panels/drawer/late-details';

/** Dialogs, which are closed when the console opens. Their openers load the same files. */
const CLOSED_PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('./panels/items/quick-add-dialog'),
  () => import('./panels/items/award-dialog'),
  () => import('./panels/needs/edit-review-dialog'),
  () => import('./palette/palette'),
  () => import('./keys/key-help'),
  () => import('./acts/note-dialog'),
  () => import('../shows/end-show-dialog'),
];

/**
 * Loads the code of the closed parts at the first key or movement of the pointer, so that they open at once
 * and also after the server has been updated. Until then, they do not delay the console.
 */
export function preloadDialogs(): void {
  const document = inject(DOCUMENT);
  const details = inject(DetailsCode);
  const listening = new AbortController();
  const load = (): void => {
    listening.abort();
    void details.load();
    for (const part of CLOSED_PARTS) part().catch(() => undefined);
  };
  for (const event of ['keydown', 'pointermove', 'pointerdown']) {
    document.addEventListener(event, load, { capture: true, passive: true, signal: listening.signal });
  }
  inject(DestroyRef).onDestroy(() => listening.abort());
}
