import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { Broadcast, Connection, Source, SourceInput } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ConnectionsApi } from '../api/connections-api';
import { Icon } from '../ui/icon';
import { LoadFailed } from '../ui/load-failed';
import { Problem } from '../ui/problem';
import { DayAndTimePipe } from '../ui/times';
import { PLATFORM_NAMES } from '../ui/words';

/** Sources that the show has already: they are shown as such. */
export type SourceQuestion = readonly Pick<Source, 'platform' | 'liveId'>[];

/** Which broadcast a show listens to: found on the platform, or pasted. Closes with the source. */
@Component({
  selector: 'app-source-picker-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    MatDialogTitle,
    MatDialogContent,
    MatDialogActions,
    MatDialogClose,
    MatButton,
    RouterLink,
    Icon,
    LoadFailed,
    Problem,
    DayAndTimePipe,
  ],
  templateUrl: './source-picker-dialog.html',
})
export class SourcePickerDialog {
  private readonly api = inject(ConnectionsApi);
  private readonly dialog = inject<MatDialogRef<SourcePickerDialog, SourceInput>>(MatDialogRef);
  private readonly taken = inject<SourceQuestion>(MAT_DIALOG_DATA);
  protected readonly name = PLATFORM_NAMES;
  protected readonly known = resource({ loader: () => this.api.all() });
  protected readonly connections = computed(() => (this.known.hasValue() ? this.known.value().connections : []));
  protected readonly needsCare = computed(() => this.connections().some(({ problem }) => problem !== null));
  private readonly chosenId = signal<string | null>(null);
  protected readonly chosen = computed((): Connection | null => {
    const usable = this.connections().filter(({ status }) => status === 'active');
    return usable.find(({ id }) => id === this.chosenId()) ?? usable[0] ?? null;
  });
  /** Asked anew whenever another account is chosen, and by hand. */
  protected readonly lives = resource({
    params: () => this.chosen()?.id,
    loader: async ({ params: id }) => (await this.api.lives(id)).lives,
  });
  protected readonly whyNoLives = computed(() => {
    const failure = this.lives.error();
    return failure === undefined ? null : ApiError.from(failure).message;
  });

  protected choose(connection: Connection): void {
    this.chosenId.set(connection.id);
  }

  protected isTaken(live: Broadcast): boolean {
    return this.taken.some(({ platform, liveId }) => platform === this.chosen()?.platform && liveId === live.liveId);
  }

  protected pick(live: Broadcast): void {
    const connection = this.chosen();
    if (connection === null) return;
    const { id: connectionId, platform } = connection;
    this.dialog.close({ platform, connectionId, liveId: live.liveId, ...(live.url === undefined ? {} : { liveUrl: live.url }) });
  }

  /** An address is read by the server, which knows what hides behind it; anything else is an id. */
  protected paste(text: string): void {
    const connection = this.chosen();
    const said = text.trim();
    if (connection === null || said === '') return;
    const { id: connectionId, platform } = connection;
    const where = /^https?:/i.test(said) ? { liveUrl: said } : { liveId: said };
    this.dialog.close({ platform, connectionId, ...where });
  }
}
