import { Injectable, Injector, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { SessionStore } from './session-store';

/** Asks for the password over the page when a session ends under someone's hands, and sends people who signed out elsewhere to the login page. */
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
          if (phase === 'expired') void this.ask();
          else this.close?.();
          if (phase === 'signed-out' && (before === 'signed-in' || before === 'expired')) void this.router.navigateByUrl('/login');
          before = phase;
        });
      },
      { injector: this.injector },
    );
  }

  private async ask(): Promise<void> {
    // Loaded when needed: the first page must not carry what most sessions never see.
    const [{ MatDialog }, { SignInDialog }] = await Promise.all([import('@angular/material/dialog'), import('./sign-in-dialog')]);
    if (this.close || this.session.phase() !== 'expired') return;
    const dialog = this.injector
      .get(MatDialog)
      .open<InstanceType<typeof SignInDialog>, void, 'leave'>(SignInDialog, { disableClose: true, width: '26rem' });
    this.close = () => dialog.close();
    dialog.afterClosed().subscribe((answer) => {
      this.close = null;
      if (answer === 'leave') void this.session.logout();
    });
  }
}
