import { ApplicationRef, DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';

/** Whether the page is being put on paper, where nothing can be unfolded, loaded or scrolled. */
@Injectable({ providedIn: 'root' })
export class Printing {
  private readonly state = signal(false);
  readonly now = this.state.asReadonly();

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    const app = inject(ApplicationRef);
    const begin = (): void => {
      this.state.set(true);
      // The browser takes its picture as soon as this returns.
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
