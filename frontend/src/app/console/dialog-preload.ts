import { DOCUMENT, DestroyRef, inject } from '@angular/core';
import { DetailsCode } from './panels/drawer/lazy-details';

/** The code to preload. Each import loads the same file as the code that opens the dialog. */
const DIALOGS: readonly (() => Promise<unknown>)[] = [
  () => import('@angular/material/dialog'),
  () => import('./panels/items/quick-add-dialog'),
  () => import('./panels/items/award-dialog'),
  () => import('./panels/needs/edit-review-dialog'),
  () => import('./palette/palette'),
  () => import('./keys/key-help'),
  () => import('./acts/note-dialog'),
  () => import('../shows/end-show-dialog'),
];

/**
 * Loads the dialogs' code at the first key press or pointer movement, so that they open immediately, even if
 * a server update has since removed their files. Loading them earlier would delay the console.
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
