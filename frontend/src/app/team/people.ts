import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { type Member, ROLES, type Role } from '@sellary/contracts';
import { WorkspacesApi } from '../api/workspaces-api';
import { SessionStore } from '../auth/session-store';
import { Chip } from '../ui/chip';
import { isSure } from '../ui/confirm-dialog';
import { Icon } from '../ui/icon';
import { initials } from '../ui/initials';
import { LoadFailed } from '../ui/load-failed';
import { Notices } from '../ui/notices';
import { DayPipe } from '../ui/times';
import { Invitations } from './invitations';
import { ROLE_WORDS } from './roles';

/** Who works in this workspace, and as what. */
@Component({
  selector: 'app-people',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, Icon, LoadFailed, DayPipe, Invitations],
  templateUrl: './people.html',
})
export class People {
  private readonly api = inject(WorkspacesApi);
  private readonly session = inject(SessionStore);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);

  protected readonly workspace = this.session.workspace;
  protected readonly user = this.session.user;
  protected readonly words = ROLE_WORDS;
  protected readonly roles = ROLES;
  protected readonly initials = initials;
  protected readonly busy = signal(false);
  protected readonly mayManage = computed(() => this.session.mayAct('admin'));
  /** Roles that the reader may give: owners are made by owners. */
  protected readonly grantable = computed<readonly Role[]>(() =>
    this.session.mayAct('owner') ? ROLES : ROLES.filter((role) => role !== 'owner'),
  );
  protected readonly list = resource({
    params: () => this.workspace()?.id,
    loader: ({ params }) => this.api.members(params),
  });

  protected mayChange({ user, role }: Member): boolean {
    return this.mayManage() && user.id !== this.user()?.id && this.grantable().includes(role);
  }

  protected async changeRole(member: Member, box: HTMLSelectElement): Promise<void> {
    const role = box.value as Role;
    const done = await this.attempt('Role not changed', async (id) => {
      await this.api.changeRole(id, member.user.id, role);
      this.notices.say(`${member.user.name} is ${ROLE_WORDS[role].name.toLowerCase()} now.`);
    });
    if (!done) box.value = member.role;
  }

  protected async remove({ user }: Member): Promise<void> {
    const sure = await isSure(this.dialog, {
      heading: `Remove ${user.name}?`,
      text: 'They are cut off at once, also from a show that is live. What they did stays on record.',
      yes: 'Remove',
      no: 'Keep',
    });
    if (!sure) return;
    await this.attempt('Not removed', async (id) => {
      await this.api.removeMember(id, user.id);
      this.notices.say(`${user.name} is no longer a member.`);
    });
  }

  protected async leave({ user }: Member): Promise<void> {
    const name = this.workspace()?.name ?? 'this workspace';
    const sure = await isSure(this.dialog, {
      heading: `Leave ${name}?`,
      text: 'You are signed out, and come back only by a new invitation. What you did stays on record.',
      yes: 'Leave',
      no: 'Stay',
    });
    if (!sure) return;
    await this.attempt('You are still a member', async (id) => {
      await this.api.removeMember(id, user.id);
      this.session.forget();
      this.notices.say(`You have left ${name}.`);
    });
  }

  private async attempt(otherwise: string, act: (workspaceId: string) => Promise<void>): Promise<boolean> {
    const id = this.workspace()?.id;
    if (id === undefined || this.busy()) return false;
    this.busy.set(true);
    try {
      await act(id);
      if (this.workspace() !== null) this.list.reload();
      return true;
    } catch (failure) {
      this.notices.fail(failure, otherwise);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
