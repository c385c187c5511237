import { ChangeDetectionStrategy, Component, inject, input, resource, signal } from '@angular/core';
import type { CreatedInvite, PendingInvite, Role } from '@sellary/contracts';
import { WorkspacesApi } from '../api/workspaces-api';
import { SessionStore } from '../auth/session-store';
import { Chip } from '../ui/chip';
import { Copying } from '../ui/copying';
import { Icon } from '../ui/icon';
import { NotLoaded } from '../ui/not-loaded';
import { invalidEmail } from '../ui/form-errors';
import { Notices } from '../ui/notices';
import { OneAtATime } from '../ui/one-at-a-time';
import { ROLE_TEXTS } from '../ui/role-texts';
import { MisclickGuard } from '../ui/misclick-guard';
import { DayAndTimePipe } from '../ui/times';

/**
 * Creates invitations and lists the unused ones. The user sends the link, because the server does not send an
 * email.
 */
@Component({
  selector: 'app-invitations',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, Icon, NotLoaded, MisclickGuard, DayAndTimePipe],
  templateUrl: './invitations.html',
})
export class Invitations {
  private readonly api = inject(WorkspacesApi);
  private readonly session = inject(SessionStore);
  private readonly notices = inject(Notices);
  private readonly copying = inject(Copying);

  /** Roles that the user may assign. */
  readonly assignableRoles = input.required<readonly Role[]>();

  protected readonly texts = ROLE_TEXTS;
  protected readonly work = new OneAtATime();
  protected readonly problem = signal<string | null>(null);
  protected readonly createdInvite = signal<CreatedInvite | null>(null);
  protected readonly copied = signal(false);
  protected readonly list = resource({
    params: () => this.session.workspace()?.id,
    loader: ({ params }) => this.api.invites(params),
  });

  protected async invite(email: HTMLInputElement, role: string): Promise<void> {
    this.problem.set(null);
    if (email.value.trim() === '' || !email.validity.valid) {
      this.problem.set(invalidEmail());
      return;
    }
    await this.attempt(
      async (id) => {
        this.createdInvite.set(await this.api.invite(id, { email: email.value.trim(), role: role as Role }));
        this.copied.set(false);
        email.value = '';
      },
      (message) => this.problem.set(message),
    );
  }

  protected async copy({ link }: CreatedInvite): Promise<void> {
    this.copied.set(await this.copying.copy(link, $localize`:@@team.invite.link.subject:Link`));
  }

  protected async revoke({ id: inviteId, email }: PendingInvite): Promise<void> {
    await this.attempt(
      async (id) => {
        await this.api.revokeInvite(id, inviteId);
        if (this.createdInvite()?.id === inviteId) this.createdInvite.set(null);
        this.notices.show(
          $localize`:@@team.invites.revoked:The invitation for ${email}:email: no longer works.`,
        );
      },
      (message) => this.notices.warn($localize`:@@team.invites.not-revoked:Not revoked: ${message}:reason:`),
    );
  }

  protected revokeLabel({ email }: PendingInvite): string {
    return $localize`:@@team.invites.revoke-one:Revoke the invitation for ${email}:email:`;
  }

  protected isExpired({ expiresAt }: PendingInvite): boolean {
    return Date.parse(expiresAt) <= Date.now();
  }

  private async attempt(
    act: (workspaceId: string) => Promise<void>,
    onFailure: (message: string) => void,
  ): Promise<void> {
    const id = this.session.workspace()?.id;
    if (id === undefined) return;
    await this.work.run(
      () => act(id).finally(() => this.list.reload()),
      // Only the email address is typed, so a rejected value is the address.
      ({ details, message }) => onFailure(details.length > 0 ? invalidEmail() : message),
    );
  }
}
