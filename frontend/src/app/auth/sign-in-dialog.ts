import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { OneAtATime } from '../ui/one-at-a-time';
import { Problem } from '../ui/problem';
import { PasswordField, passwordTextField } from './password-field';
import { SessionStore } from './session-store';

/**
 * Asks for the password over a page whose session has ended. The page keeps its position and filters, and a
 * live show continues.
 */
@Component({
  selector: 'app-sign-in-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatDialogTitle, MatDialogContent, MatDialogActions, MatButton, PasswordField, Problem],
  template: `
    <form (submit)="submit($event)">
      <h2 mat-dialog-title i18n="@@auth.expired.heading">Sign in again</h2>
      <mat-dialog-content>
        <p class="mb-4" i18n="@@auth.expired.text">
          Your session has ended. This page will stay as it is, and live shows continue.
        </p>
        <app-problem class="mb-4" [text]="problem()" />
        <p class="mb-3 font-medium wrap-anywhere text-ink">{{ email }}</p>
        <input type="hidden" autocomplete="username" [value]="email" />
        <app-password-field [field]="password" />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [disabled]="busy()" (click)="leave()" i18n="@@auth.expired.leave">
          Leave this page
        </button>
        <button matButton="filled" type="submit" [disabled]="busy()">
          @if (busy()) {
            <ng-container i18n="@@auth.login.busy">Signing in…</ng-container>
          } @else {
            <ng-container i18n="@@auth.login.submit">Sign in</ng-container>
          }
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class SignInDialog {
  private readonly session = inject(SessionStore);
  private readonly dialog = inject<MatDialogRef<SignInDialog, 'leave'>>(MatDialogRef);
  protected readonly email = this.session.user()?.email ?? '';
  protected readonly password = passwordTextField('plain');
  private readonly work = new OneAtATime(({ message }) => this.problem.set(message));
  protected readonly busy = this.work.busy;
  /** Stays while the next attempt runs. */
  protected readonly problem = signal<string | null>(null);

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.password.check()) return;
    await this.work.run(() => this.session.login({ email: this.email, password: this.password.text() }));
  }

  protected leave(): void {
    this.dialog.close('leave');
  }
}
