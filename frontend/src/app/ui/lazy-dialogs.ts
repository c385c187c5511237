import type { ComponentType } from '@angular/cdk/portal';
import { DOCUMENT, Injectable, Injector, inject } from '@angular/core';
import type { MatDialogConfig, MatDialogRef } from '@angular/material/dialog';
import { Notices } from './notices';

/** Opens dialogs. Their code and Material's are loaded when the first dialog opens, or by `preloadDialogs`. */
@Injectable({ providedIn: 'root' })
export class LazyDialogs {
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private readonly notices = inject(Notices);
  /** True while a dialog's code is loading. */
  private isOpening = false;

  /** True while any dialog is open or about to open. During this time, keys must not act on a row. */
  get isOpen(): boolean {
    return this.isOpening || this.document.querySelector('mat-dialog-container') !== null;
  }

  /**
   * @returns the opened dialog; null if another dialog is about to open, or if the code could not be loaded,
   * in which case a notice reports the error
   */
  async open<T, D, R>(
    load: () => Promise<ComponentType<T>>,
    config: MatDialogConfig<D>,
  ): Promise<MatDialogRef<T, R> | null> {
    if (this.isOpening) return null;
    this.isOpening = true;
    try {
      const [{ MatDialog }, dialog] = await Promise.all([import('@angular/material/dialog'), load()]);
      // Otherwise, keys pressed during the opening animation would be lost.
      return this.injector.get(MatDialog).open<T, D, R>(dialog, { delayFocusTrap: false, ...config });
    } catch (failure) {
      this.notices.fail(failure);
      return null;
    } finally {
      this.isOpening = false;
    }
  }
}
