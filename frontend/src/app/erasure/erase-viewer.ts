import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { type ErasureResult, MANUAL, REHEARSAL } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { PlatformsApi } from '../api/platforms-api';
import { WorkspacesApi } from '../api/workspaces-api';
import { SessionStore } from '../auth/session-store';
import { formatNumber } from '../i18n/format-locale';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { NotLoaded } from '../ui/not-loaded';
import { OneAtATime } from '../ui/one-at-a-time';
import { Problem } from '../ui/problem';
import { platformName } from '../ui/platform-names';
import { EraseDialog, type Viewer } from './erase-dialog';

/** Removes a viewer's name and comments from everything this workspace stores. */
@Component({
  selector: 'app-erase-viewer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, Icon, NotLoaded, Problem],
  templateUrl: './erase-viewer.html',
})
export class EraseViewer {
  private readonly api = inject(WorkspacesApi);
  private readonly platformsApi = inject(PlatformsApi);
  private readonly session = inject(SessionStore);
  private readonly dialog = inject(MatDialog);

  protected readonly platformName = platformName;
  protected readonly mayErase = computed(() => this.session.mayAct('admin'));
  protected readonly platformIds = resource({
    params: () => this.mayErase() || undefined,
    loader: async () => [...(await this.platformsApi.all()).map(({ id }) => id), REHEARSAL, MANUAL],
  });
  protected readonly work = new OneAtATime(
    ({ message }) =>
      $localize`:@@erasure.failed:Not everything was erased: ${message}:REASON: Try again to erase the rest.`,
  );
  protected readonly isIdMissing = signal(false);
  protected readonly result = signal<string | null>(null);

  protected async erase(platform: string, idInput: HTMLInputElement): Promise<void> {
    const viewer: Viewer = { platform, platformUserId: idInput.value.trim() };
    const workspaceId = this.session.workspace()?.id;
    this.work.problem.set(null);
    this.result.set(null);
    this.isIdMissing.set(viewer.platformUserId === '');
    if (workspaceId === undefined || this.isIdMissing() || this.work.busy()) return;
    const dialogRef = this.dialog.open<EraseDialog, Viewer, boolean>(EraseDialog, {
      data: viewer,
      width: '30rem',
    });
    if ((await firstValueFrom(dialogRef.afterClosed())) !== true) return;
    await this.work.run(async () => {
      this.result.set(resultText(await this.api.erase(workspaceId, viewer)));
      idInput.value = '';
    });
  }
}

function resultText({ shows, comments, claims }: ErasureResult): string {
  if (shows + comments + claims === 0) {
    return $localize`:@@erasure.nothing:Nothing to erase: no data about this viewer is stored.`;
  }
  const [showCount, commentCount, claimCount] = [shows, comments, claims].map(formatNumber);
  return $localize`:@@erasure.done:Erased. Shows: ${showCount}:shows:. Comments: ${commentCount}:comments:. Claims: ${claimCount}:claims:.`;
}
