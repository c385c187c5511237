import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import type { UpdateWorkspaceRequest, Workspace, WorkspaceSettings } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { WorkspacesApi } from '../api/workspaces-api';
import { SessionStore } from '../auth/session-store';
import { ColorScheme, SCHEME_CHOICES, type Scheme } from '../ui/color-scheme';
import { FieldKeys } from '../ui/field-keys';
import { Icon } from '../ui/icon';
import { LoadFailed } from '../ui/load-failed';
import { Notices } from '../ui/notices';
import { WordChips } from '../ui/word-chips';
import { KeySettings } from './key-settings';
import { ShowDefaults } from './show-defaults';
import { SoundSettings } from './sound-settings';

@Component({
  selector: 'app-settings',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, LoadFailed, WordChips, KeySettings, ShowDefaults, SoundSettings, FieldKeys],
  templateUrl: './settings.html',
})
export class Settings {
  private readonly api = inject(WorkspacesApi);
  private readonly session = inject(SessionStore);
  private readonly notices = inject(Notices);
  private readonly colors = inject(ColorScheme);

  protected readonly scheme = this.colors.scheme;
  protected readonly schemes = SCHEME_CHOICES;
  protected readonly mayEdit = computed(() => this.session.mayAct('admin'));
  protected readonly workspace = resource({
    params: () => this.session.workspace()?.id,
    loader: ({ params }) => this.api.get(params),
  });
  protected readonly problem = signal<{ field: keyof WorkspaceSettings; message: string } | null>(null);

  protected choose(scheme: Scheme): void {
    this.colors.choose(scheme);
  }

  protected rename(box: HTMLInputElement, workspace: Workspace): void {
    const name = box.value.trim();
    if (name === '' || name === workspace.name) box.value = workspace.name;
    else void this.save({ name }, () => (box.value = workspace.name));
  }

  protected async saveSetting<K extends keyof WorkspaceSettings>(field: K, value: WorkspaceSettings[K]): Promise<void> {
    this.problem.set(null);
    await this.save({ settings: { [field]: value } }, (message) => this.problem.set({ field, message }));
  }

  private async save(change: UpdateWorkspaceRequest, refused: (message: string) => void): Promise<void> {
    const id = this.session.workspace()?.id;
    if (!id) return;
    try {
      this.workspace.set(await this.api.update(id, change));
      this.notices.say($localize`:@@settings.saved:Saved`);
    } catch (failure) {
      const error = ApiError.from(failure);
      refused(error.details[0]?.message ?? error.message);
      this.notices.fail(failure, $localize`:@@settings.not-saved:Not saved`);
    }
  }
}
