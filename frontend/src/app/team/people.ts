import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { type Member, ROLES, type Role } from '@sellary/contracts';
import { WorkspacesApi } from '../api/workspaces-api';
import { SessionStore } from '../auth/session-store';
import { Chip } from '../ui/chip';
import { askToConfirm } from '../ui/confirm-dialog';
import { Icon } from '../ui/icon';
import { initials } from '../ui/initials';
import { NotLoaded } from '../ui/not-loaded';
import { Notices } from '../ui/notices';
import { OneAtATime } from '../ui/one-at-a-time';
import { ROLE_TEXTS } from '../ui/role-texts';
import { DayPipe } from '../ui/times';
import { Invitations } from './invitations';

/** The members of this workspace and their roles. */
@Component({
  selector: 'app-people',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, Icon, NotLoaded, DayPipe, Invitations],
  templateUrl: './people.html',
})
export class People {
  private readonly api = inject(WorkspacesApi);
  private readonly session = inject(SessionStore);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);

  protected readonly workspace = this.session.workspace;
  protected readonly user = this.session.user;
  protected readonly texts = ROLE_TEXTS;
  protected readonly roles = ROLES;
  protected readonly initials = initials;
  protected readonly work = new OneAtATime();
  protected readonly mayManage = computed(() => this.session.mayAct('admin'));
  /** Roles that the user may assign: only owners appoint owners. */
  protected readonly assignableRoles = computed<readonly Role[]>(() =>
    this.session.mayAct('owner') ? ROLES : ROLES.filter((role) => role !== 'owner'),
  );
  protected readonly list = resource({
    params: () => this.workspace()?.id,
    loader: ({ params }) => this.api.members(params),
  });

  protected roleLabel({ user }: Member): string {
    return $localize`:@@team.members.role:Role for ${user.name}:name:`;
  }

  protected removeLabel({ user }: Member): string {
    return $localize`:@@team.members.remove:Remove ${user.name}:name:`;
  }

  protected mayChange({ user, role }: Member): boolean {
    return this.mayManage() && user.id !== this.user()?.id && this.assignableRoles().includes(role);
  }

  protected async changeRole(member: Member, box: HTMLSelectElement): Promise<void> {
    const role = box.value as Role;
    const done = await this.attempt($localize`:@@team.role.failed:Role not changed`, async (id) => {
      await this.api.changeRole(id, member.user.id, role);
      this.notices.show(
        $localize`:@@team.role.done:${member.user.name}:name:’s new role: ${ROLE_TEXTS[role].name}:role:`,
      );
    });
    if (!done) box.value = member.role;
  }

  protected async remove({ user }: Member): Promise<void> {
    const sure = await askToConfirm(this.dialog, {
      heading: $localize`:@@team.remove.heading:Remove ${user.name}:name:?`,
      text: $localize`:@@team.remove.text:This person will lose access at once, even during a live show. Their entries will stay in the audit log.`,
      yes: $localize`:@@team.remove.yes:Remove`,
      no: $localize`:@@team.remove.no:Cancel`,
    });
    if (!sure) return;
    await this.attempt($localize`:@@team.remove.failed:Not removed`, async (id) => {
      await this.api.removeMember(id, user.id);
      this.notices.show($localize`:@@team.remove.done:${user.name}:name: is no longer a member.`);
    });
  }

  protected async leave({ user }: Member): Promise<void> {
    const name = this.workspace()?.name ?? '';
    const sure = await askToConfirm(this.dialog, {
      heading: $localize`:@@team.leave.heading:Leave ${name}:workspace:?`,
      text: $localize`:@@team.leave.text:You’ll be signed out and will need a new invitation to return. Your entries will stay in the audit log.`,
      yes: $localize`:@@team.leave.yes:Leave workspace`,
      no: $localize`:@@team.leave.no:Cancel`,
    });
    if (!sure) return;
    await this.attempt($localize`:@@team.leave.failed:You are still a member`, async (id) => {
      await this.api.removeMember(id, user.id);
      this.session.forget();
      this.notices.show($localize`:@@team.leave.done:You left ${name}:workspace:.`);
    });
  }

  private async attempt(failureText: string, act: (workspaceId: string) => Promise<void>): Promise<boolean> {
    const id = this.workspace()?.id;
    if (id === undefined) return false;
    return this.work.run(
      async () => {
        await act(id);
        if (this.workspace() !== null) this.list.reload();
      },
      (error) => this.notices.fail(error, failureText),
    );
  }
}
