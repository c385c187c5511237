import { Injectable, Injector, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { SessionStore } from './session-store';

/**
 * Opens the sign-in dialog over the page when a session ends while the user is working, and the sign-in page
 * when the user signs out, even in another tab.
 */
@Injectable({ providedIn: 'root' })
export class ExpiredSession {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private close: (() => void) | null = null;

  /** Called once, by the root component. */
  watch(): void {
    let before = this.session.phase();
    effect(
      () => {
        const phase = this.session.phase();
        untracked(() => {
          if (phase === 'expired') void this.openDialog();
          else this.close?.();
          if (phase === 'signed-out' && (before === 'signed-in' || before === 'expired')) {
            void this.router.navigateByUrl('/login');
          }
          before = phase;
        });
      },
      { injector: this.injector },
    );
  }

  private async openDialog(): Promise<void> {
    // Loaded on demand, because most sessions never show this dialog.
    const [{ MatDialog }, { SignInDialog }] = await Promise.all([
      import('@angular/material/dialog'),
      import('./sign-in-dialog'),
    ]);
    if (this.close || this.session.phase() !== 'expired') return;
    const dialog = this.injector
      .get(MatDialog)
      .open<InstanceType<typeof SignInDialog>, void, 'leave'>(SignInDialog, {
        disableClose: true,
        width: '26rem',
      });
    this.close = () => dialog.close();
    dialog.afterClosed().subscribe((answer) => {
      this.close = null;
      if (answer === 'leave') void this.session.logout();
    });
  }
}
