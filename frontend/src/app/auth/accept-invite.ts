import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, input, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import type { AcceptInviteRequest, InviteStatus } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { InvitesApi } from '../api/invites-api';
import { ROLE_WORDS } from '../team/roles';
import { fieldError, showServerErrors } from '../ui/form-errors';
import { Problem } from '../ui/problem';
import { AuthCard } from './auth-card';
import { PasswordField } from './password-field';
import { PASSWORD_MIN } from './password-strength';
import { SessionStore } from './session-store';

const OVER: Record<Exclude<InviteStatus, 'pending'>, string> = {
  used: 'It has been used. If that was you, sign in.',
  revoked: 'It was taken back.',
  expired: 'It was good for seven days, and those are over.',
};

/** Where an invitation's link leads: who invites whom to what, and the shortest way in for whoever holds it. */
@Component({
  selector: 'app-accept-invite',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, RouterLink, MatFormField, MatLabel, MatInput, MatError, MatButton, PasswordField, Problem, AuthCard],
  templateUrl: './accept-invite.html',
})
export class AcceptInvite {
  private readonly api = inject(InvitesApi);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly window = inject(DOCUMENT).defaultView;

  /** From the address. */
  readonly token = input.required<string>();

  protected readonly roles = ROLE_WORDS;
  protected readonly over = OVER;
  protected readonly user = this.session.user;
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly fieldError = fieldError;
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    password: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
  });
  protected readonly invite = resource({
    params: () => this.token(),
    loader: async ({ params }) => {
      await this.session.ready();
      const invite = await this.api.look(params);
      if (invite.hasAccount) this.form.controls.name.disable();
      else this.form.controls.password.addValidators(Validators.minLength(PASSWORD_MIN));
      return invite;
    },
  });
  protected readonly failure = computed(() => ApiError.from(this.invite.error()).message);
  protected readonly unknown = computed(() => ApiError.from(this.invite.error()).code === 'NOT_FOUND');
  /** Signed in as the person who is invited, as somebody else, or not at all. */
  protected readonly reader = computed<'invited' | 'other' | 'nobody'>(() => {
    const user = this.user();
    if (user === null) return 'nobody';
    return this.invite.hasValue() && user.email.toLowerCase() === this.invite.value().email.toLowerCase() ? 'invited' : 'other';
  });

  protected async joinAsNew(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const { name, password } = this.form.getRawValue();
    const body = this.form.controls.name.disabled ? { password } : { name: name.trim(), password };
    if (await this.join(body)) await this.router.navigateByUrl('/');
  }

  /** The page holds another workspace's things by now: it starts over in the new one. */
  protected async joinAsReader(): Promise<void> {
    if (await this.join({})) this.window?.location.assign('/');
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.logout();
      // Signing out leads to the login page everywhere else; here the invitation is what the reader came for.
      this.window?.location.reload();
    } catch (failure) {
      this.problem.set(ApiError.from(failure).message);
    }
  }

  private async join(body: AcceptInviteRequest): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const session = await this.api.accept(this.token(), body);
      if (this.reader() === 'nobody') this.session.begin(session);
      return true;
    } catch (failure) {
      const error = ApiError.from(failure);
      if (error.code.startsWith('INVITE_') || error.code === 'NOT_FOUND') this.invite.reload();
      else this.problem.set(showServerErrors(this.form, error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
