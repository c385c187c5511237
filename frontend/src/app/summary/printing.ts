import { ApplicationRef, DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';

/**
 * The page's print state. Paper cannot be scrolled or clicked, so components show everything that is loaded.
 */
@Injectable({ providedIn: 'root' })
export class Printing {
  private readonly state = signal(false);
  readonly isActive = this.state.asReadonly();

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    const app = inject(ApplicationRef);
    const begin = (): void => {
      this.state.set(true);
      // The browser captures the page as soon as this returns.
      app.tick();
    };
    const end = (): void => this.state.set(false);
    window?.addEventListener('beforeprint', begin);
    window?.addEventListener('afterprint', end);
    inject(DestroyRef).onDestroy(() => {
      window?.removeEventListener('beforeprint', begin);
      window?.removeEventListener('afterprint', end);
    });
  }
}
