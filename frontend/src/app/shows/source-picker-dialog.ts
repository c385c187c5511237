import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { Broadcast, Connection, Source, SourceInput } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ConnectionsApi } from '../api/connections-api';
import { formatNumber } from '../i18n/format-locale';
import { DIALOG_PARTS } from '../ui/dialog-parts';
import { Icon } from '../ui/icon';
import { NotLoaded } from '../ui/not-loaded';
import { Problem } from '../ui/problem';
import { DayAndTimePipe } from '../ui/times';
import { platformName } from '../ui/platform-names';

/** Sources that the show already has. */
export type CurrentSources = readonly Pick<Source, 'platform' | 'liveId'>[];

/** Finds an account's broadcasts, or accepts a link or an ID. Closes with the source to add to the show. */
@Component({
  selector: 'app-source-picker-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, RouterLink, Icon, NotLoaded, Problem, DayAndTimePipe],
  templateUrl: './source-picker-dialog.html',
})
export class SourcePickerDialog {
  private readonly api = inject(ConnectionsApi);
  private readonly dialog = inject<MatDialogRef<SourcePickerDialog, SourceInput>>(MatDialogRef);
  private readonly currentSources = inject<CurrentSources>(MAT_DIALOG_DATA);
  protected readonly name = platformName;
  protected readonly number = formatNumber;
  protected readonly connectionList = resource({ loader: () => this.api.all() });
  protected readonly connections = computed(() =>
    this.connectionList.hasValue() ? this.connectionList.value().connections : [],
  );
  protected readonly needsAttention = computed(() =>
    this.connections().some(({ problem }) => problem !== null),
  );
  private readonly chosenId = signal<string | null>(null);
  protected readonly account = computed((): Connection | null => {
    const usable = this.connections().filter(({ status }) => status === 'active');
    return usable.find(({ id }) => id === this.chosenId()) ?? usable[0] ?? null;
  });
  /** The chosen account's broadcasts, reloaded when the account changes and on request. */
  protected readonly broadcasts = resource({
    params: () => this.account()?.id,
    loader: async ({ params: id }) => (await this.api.broadcasts(id)).lives,
  });
  protected readonly searchProblem = computed(() => {
    const failure = this.broadcasts.error();
    return failure === undefined ? null : ApiError.from(failure).message;
  });

  protected choose(connection: Connection): void {
    this.chosenId.set(connection.id);
  }

  protected isAdded({ liveId: id }: Broadcast): boolean {
    return this.currentSources.some(
      ({ platform, liveId }) => platform === this.account()?.platform && liveId === id,
    );
  }

  protected add({ liveId, url }: Broadcast): void {
    const connection = this.account();
    if (connection === null) return;
    const { id: connectionId, platform } = connection;
    this.dialog.close({ platform, connectionId, liveId, ...(url !== undefined && { liveUrl: url }) });
  }

  /** Sends a link unchanged, because the server resolves it. Any other text is an id. */
  protected addPasted(text: string): void {
    const connection = this.account();
    const pasted = text.trim();
    if (connection === null || pasted === '') return;
    const { id: connectionId, platform } = connection;
    const broadcast = /^https?:/i.test(pasted) ? { liveUrl: pasted } : { liveId: pasted };
    this.dialog.close({ platform, connectionId, ...broadcast });
  }
}
