import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDialogRef } from '@angular/material/dialog';
import type { Connection, Show, SourceInput } from '@sellary/contracts';
import { ConnectionsApi } from '../api/connections-api';
import { ShowsApi } from '../api/shows-api';
import { DIALOG_PARTS } from '../ui/dialog-parts';
import { platformName } from '../ui/platform-names';
import { Problem } from '../ui/problem';
import { Submission } from '../ui/submission';
import { NameField } from './name-field';
import { todayText } from '../ui/times';

interface FoundBroadcast {
  readonly title: string;
  readonly account: string;
  readonly source: SourceInput & { readonly liveId: string };
}

/** Form for a new show. Closes with the created show. */
@Component({
  selector: 'app-create-show-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, ReactiveFormsModule, NameField, Problem],
  template: `
    <form [formGroup]="form" (ngSubmit)="submit()">
      <h2 mat-dialog-title i18n="@@shows.create.heading">Create show</h2>
      <mat-dialog-content>
        <app-problem class="mb-4" [text]="submission.problem()" />
        <app-name-field [control]="form.controls.name" [label]="nameLabel" />
        @if (broadcasts().length > 0) {
          <fieldset class="mt-1 mb-3 flex flex-col gap-1.5">
            <legend class="mb-1.5 text-soft" i18n="@@shows.create.lives">Live now: read comments from</legend>
            @for (broadcast of broadcasts(); track broadcast.source.liveId) {
              <label
                class="flex cursor-pointer items-start gap-3 rounded-lg border border-line p-3 hover:bg-sunken/60"
              >
                <input
                  type="checkbox"
                  class="mt-0.5 size-4 flex-none accent-(--mat-sys-primary)"
                  [checked]="chosenIds().has(broadcast.source.liveId)"
                  (change)="toggle(broadcast.source.liveId)"
                />
                <span class="min-w-0"
                  ><span class="block truncate font-medium text-ink">{{ broadcast.title }}</span
                  ><span class="block truncate">{{ broadcast.account }}</span></span
                >
              </label>
            }
          </fieldset>
        }
        <label
          class="mt-1 flex cursor-pointer items-start gap-3 rounded-lg border border-line p-3 hover:bg-sunken/60"
        >
          <input
            type="checkbox"
            class="mt-0.5 size-4 flex-none accent-(--mat-sys-primary)"
            formControlName="rehearsal"
          />
          <span
            ><span class="block font-medium text-ink" i18n="@@shows.create.rehearsal">Rehearsal</span
            ><ng-container i18n="@@shows.create.rehearsal-text"
              >You write the comments yourself in the console. You don't need Facebook or
              Instagram.</ng-container
            ></span
          >
        </label>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="undefined" i18n="@@shows.create.cancel">
          Cancel
        </button>
        <button matButton="filled" type="submit" [disabled]="submission.busy()">
          @if (submission.busy()) {
            <ng-container i18n="@@shows.create.creating">Creating…</ng-container>
          } @else {
            <ng-container i18n="@@shows.create.submit">Create show</ng-container>
          }
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class CreateShowDialog {
  private readonly api = inject(ShowsApi);
  private readonly connections = inject(ConnectionsApi);
  private readonly dialog = inject<MatDialogRef<CreateShowDialog, Show>>(MatDialogRef);
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: [defaultName(), Validators.required],
    rehearsal: true,
  });
  protected readonly submission = new Submission(this.form, this.dialog);
  protected readonly nameLabel = $localize`:@@shows.create.name:Name`;

  /** The connected accounts' running broadcasts. */
  protected readonly broadcasts = signal<readonly FoundBroadcast[]>([]);
  protected readonly chosenIds = signal<ReadonlySet<string>>(new Set());

  constructor() {
    void this.loadBroadcasts();
  }

  protected toggle(liveId: string): void {
    this.chosenIds.update((all) =>
      all.has(liveId) ? new Set([...all].filter((id) => id !== liveId)) : new Set(all).add(liveId),
    );
  }

  /** Lists the running broadcasts and selects the first. Unchecks Rehearsal if accounts are connected. */
  private async loadBroadcasts(): Promise<void> {
    const { rehearsal } = this.form.controls;
    try {
      const { connections } = await this.connections.all();
      if (connections.length > 0 && rehearsal.pristine) rehearsal.setValue(false);
      const active = connections.filter(({ status }) => status === 'active');
      const broadcasts = await Promise.all(active.map((connection) => this.broadcastsOf(connection)));
      this.broadcasts.set(broadcasts.flat());
      const [first] = this.broadcasts();
      if (first) this.chosenIds.update((all) => new Set(all).add(first.source.liveId));
    } catch {
      // The user can still create a show without a broadcast.
    }
  }

  /** Empty if the platform does not respond, because a broadcast can be added to the show later. */
  private async broadcastsOf({
    id: connectionId,
    platform,
    displayName,
  }: Connection): Promise<FoundBroadcast[]> {
    const { lives } = await this.connections.broadcasts(connectionId).catch(() => ({ lives: [] }));
    return lives.map(({ liveId, url, title }) => ({
      title,
      account: `${platformName(platform)} · ${displayName}`,
      source: { platform, connectionId, liveId, ...(url !== undefined && { liveUrl: url }) },
    }));
  }

  protected submit(): Promise<void> {
    return this.submission.send(() => {
      const { name, rehearsal } = this.form.getRawValue();
      return this.api.create({
        name: name.trim(),
        sources: [
          ...this.broadcasts().flatMap(({ source }) => (this.chosenIds().has(source.liveId) ? [source] : [])),
          ...(rehearsal ? [{ platform: 'rehearsal' }] : []),
        ],
      });
    });
  }
}

function defaultName(): string {
  return $localize`:Name of a new show|@@shows.create.default-name:Show on ${todayText('long')}:day:`;
}
