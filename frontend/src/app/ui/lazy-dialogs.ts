import type { ComponentType } from '@angular/cdk/portal';
import { Injectable, inject } from '@angular/core';
import { MatDialog, type MatDialogConfig, type MatDialogRef } from '@angular/material/dialog';
import { Notices } from './notices';

/** Opens dialogs whose code is loaded when they first open. */
@Injectable({ providedIn: 'root' })
export class LazyDialogs {
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  /** True while a dialog's code is loading. Keys pressed during this time must not act on a row. */
  isOpening = false;

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
      return this.dialog.open<T, D, R>(await load(), config);
    } catch (failure) {
      this.notices.fail(failure);
      return null;
    } finally {
      this.isOpening = false;
    }
  }
}
