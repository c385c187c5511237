import { DOCUMENT, DestroyRef, inject } from '@angular/core';
import { DetailsCode } from './panels/drawer/lazy-details';

/** The dialogs of the console. The code that opens a dialog loads the same file. */
const DIALOGS: readonly (() => Promise<unknown>)[] = [
  () => import('./panels/items/quick-add-dialog'),
  () => import('./panels/items/award-dialog'),
  () => import('./panels/needs/edit-review-dialog'),
  () => import('./palette/palette'),
  () => import('./keys/key-help'),
  () => import('./acts/note-dialog'),
  () => import('../shows/end-show-dialog'),
];

/**
 * Loads the code of the dialogs at the first key or pointer movement, so that they open at once, even if a
 * server update has removed their files since. Loading them earlier would delay the console.
 */
export function preloadDialogs(): void {
  const document = inject(DOCUMENT);
  const details = inject(DetailsCode);
  const listening = new AbortController();
  const load = (): void => {
    listening.abort();
    void details.load();
    for (const dialog of DIALOGS) dialog().catch(() => undefined);
  };
  for (const event of ['keydown', 'pointermove', 'pointerdown']) {
    document.addEventListener(event, load, { capture: true, passive: true, signal: listening.signal });
  }
  inject(DestroyRef).onDestroy(() => listening.abort());
}
