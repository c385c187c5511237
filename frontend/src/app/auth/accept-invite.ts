import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AcceptInviteRequest, InviteStatus, InviteView } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { InvitesApi } from '../api/invites-api';
import { OneAtATime } from '../ui/one-at-a-time';
import { Problem } from '../ui/problem';
import { ROLE_TEXTS } from '../ui/role-texts';
import { AuthCard } from './auth-card';
import { NAME_LABEL } from './labels';
import { PasswordField, passwordTextField } from './password-field';
import { SessionStore } from './session-store';
import { TextBox } from './text-box';
import { TextField, checkAll, showServerErrors, textRules } from './text-field';

type ClosedStatus = Exclude<InviteStatus, 'pending'>;

const CLOSED_LEADS = {
  used: (inviter) =>
    $localize`:@@auth.invite.used:It was already used. If that was you, sign in. If not, ask ${inviter}:inviter: for a new one.`,
  revoked: (inviter) =>
    $localize`:@@auth.invite.revoked:It was revoked. Ask ${inviter}:inviter: for a new one.`,
  expired: (inviter) =>
    $localize`:@@auth.invite.expired:It has expired. Ask ${inviter}:inviter: for a new one.`,
} satisfies Record<ClosedStatus, (inviter: string) => string>;

/** The page behind an invitation link. Shows the inviter and the workspace, and lets the user join. */
@Component({
  selector: 'app-accept-invite',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, TextBox, PasswordField, Problem, AuthCard],
  templateUrl: './accept-invite.html',
})
export class AcceptInvite {
  private readonly api = inject(InvitesApi);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly window = inject(DOCUMENT).defaultView;

  /** From the URL. */
  readonly token = input.required<string>();

  protected readonly nameLabel = NAME_LABEL;
  protected readonly user = this.session.user;
  protected readonly work = new OneAtATime((error) => {
    const isInviteOver = error.code.startsWith('INVITE_') || error.code === 'NOT_FOUND';
    if (!isInviteOver) return showServerErrors(this.fields(), error);
    this.invite.reload();
    return null;
  });
  protected readonly invite = resource({
    params: () => this.token(),
    loader: async ({ params }) => {
      await this.session.ready();
      return this.api.view(params);
    },
  });
  private readonly hasAccount = computed(() => this.invite.hasValue() && this.invite.value().hasAccount);
  protected readonly name = new TextField([textRules.required(NAME_LABEL)]);
  protected readonly password = computed(() => passwordTextField('plain', !this.hasAccount()));
  private readonly fields = computed(() => ({
    ...(this.hasAccount() ? {} : { name: this.name }),
    password: this.password(),
  }));
  protected readonly failure = computed(() => ApiError.from(this.invite.error()).message);
  protected readonly isUnknown = computed(() => ApiError.from(this.invite.error()).code === 'NOT_FOUND');
  /** State of the visitor: signed in as the invited person, as another user, or not at all. */
  protected readonly visitor = computed<'invited' | 'other' | 'signed-out'>(() => {
    const user = this.user();
    if (user === null) return 'signed-out';
    return this.invite.hasValue() && user.email.toLowerCase() === this.invite.value().email.toLowerCase()
      ? 'invited'
      : 'other';
  });

  protected heading({ workspace }: InviteView): string {
    return $localize`:@@auth.invite.heading:Join ${workspace.name}:workspace:`;
  }

  protected lead({ invitedBy, email, role }: InviteView): string {
    return $localize`:@@auth.invite.lead:${invitedBy}:inviter: invited you (${email}:email:). Your role: ${ROLE_TEXTS[role].name}:role:.`;
  }

  protected closedLead(status: ClosedStatus, { invitedBy }: InviteView): string {
    return CLOSED_LEADS[status](invitedBy);
  }

  protected async joinWithPassword(event: Event): Promise<void> {
    event.preventDefault();
    if (!checkAll(this.fields())) return;
    const password = this.password().text();
    const body = this.hasAccount() ? { password } : { name: this.name.text().trim(), password };
    if (await this.join(body)) await this.router.navigateByUrl('/');
  }

  /** Joins, then reloads the app, which still shows another workspace's data. */
  protected async joinAsSignedInUser(): Promise<void> {
    if (await this.join({})) this.window?.location.assign('/');
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.logout();
      // Stays on the invitation page instead of opening the sign-in page.
      this.window?.location.reload();
    } catch (failure) {
      this.work.problem.set(ApiError.from(failure).message);
    }
  }

  private join(body: AcceptInviteRequest): Promise<boolean> {
    return this.work.run(async () => {
      const session = await this.api.accept(this.token(), body);
      if (this.visitor() === 'signed-out') this.session.begin(session);
    });
  }
}
