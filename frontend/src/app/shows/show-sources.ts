import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { Connection, ShowWithItems, Source, SourceInput, UpdateShowRequest } from '@sellary/contracts';
import { ConnectionsApi } from '../api/connections-api';
import { healthOf } from '../connections/connection-health';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import { PLATFORM_ICONS } from '../ui/icons';
import { Steady } from '../ui/steady';
import type { Tone } from '../ui/tone';
import { PLATFORM_NAMES } from '../ui/words';
import { SourcePickerDialog, type SourceQuestion } from './source-picker-dialog';

/** Where a show's comments come from. */
@Component({
  selector: 'app-show-sources',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, Chip, Icon, Steady],
  template: `
    <section class="card p-5" aria-labelledby="sources-heading">
      <h2 id="sources-heading">Comments from</h2>
      <ul class="mt-3 flex flex-col gap-2">
        @for (source of show().sources; track source.id) {
          @let care = cares().get(source.id);
          <li class="flex flex-wrap items-center gap-x-2.5 rounded-lg bg-sunken py-1 pr-1 pl-3">
            <app-icon [name]="icon[source.platform]" class="text-soft" />
            <span class="min-w-0 flex-1">
              <span class="block font-medium">{{ name[source.platform] }}</span>
              @if (care?.account; as account) {
                <span class="block truncate text-meta text-soft">{{ account }}</span>
              }
              @if (source.platform !== 'rehearsal') {
                <span class="block truncate text-meta text-soft">{{ source.liveUrl ?? source.liveId }}</span>
              }
            </span>
            @if (changeable()) {
              <button
                type="button"
                class="act act-quiet act-icon text-soft"
                [appSteady]="source.id"
                [attr.aria-label]="'Remove ' + name[source.platform]"
                (click)="remove(source)"
              >
                <app-icon name="close" class="size-4!" />
              </button>
            } @else {
              <span class="h-9"></span>
            }
            @if (care?.problem; as problem) {
              <span class="w-full py-1 pr-2">
                <app-chip [tone]="care?.tone ?? 'warn'" icon="error">{{ care?.word }}</app-chip>
                <span class="mt-1 block text-meta break-words">{{ problem }}</span>
                <a class="text-link text-meta" routerLink="/connections">Open Connections</a>
              </span>
            }
          </li>
        } @empty {
          <li id="why-not-live" class="rounded-lg bg-warn-ground px-3 py-2.5 text-warn">A show needs a source before it can go live.</li>
        }
      </ul>
      @if (changeable()) {
        <button type="button" class="act mt-3 w-full" (click)="addLive()">
          <app-icon name="live_tv" class="size-4!" />Add a live video
        </button>
        @if (!hasRehearsal()) {
          <button type="button" class="act mt-2 w-full" (click)="addRehearsal()">
            <app-icon name="add" class="size-4!" />Add a rehearsal source
          </button>
        }
      } @else if (mayEdit() && show().status === 'active') {
        <p class="mt-3 text-meta text-soft">Pause the show to change where its comments come from.</p>
      }
      @if (hasRehearsal()) {
        <p class="mt-3 text-meta text-soft">A rehearsal takes the comments you make in the console.</p>
      }
    </section>
  `,
})
export class ShowSources {
  readonly show = input.required<ShowWithItems>();
  readonly mayEdit = input.required<boolean>();
  readonly save = output<UpdateShowRequest>();
  private readonly dialog = inject(MatDialog);
  private readonly connections = inject(ConnectionsApi);
  private readonly reads = computed(
    () => this.show().status !== 'ended' && this.show().sources.some(({ platform }) => platform !== 'rehearsal'),
  );
  private readonly known = resource({ params: () => this.reads() || undefined, loader: () => this.connections.all() });
  /** By source: the account it is read by, and what a person should know of that before going live. */
  protected readonly cares = computed(() => {
    if (!this.known.hasValue()) return new Map<string, SourceCare>();
    const { connections } = this.known.value();
    return new Map(
      this.show().sources.flatMap((source) => (source.platform === 'rehearsal' ? [] : [[source.id, careOf(source, connections)]])),
    );
  });
  protected readonly name = PLATFORM_NAMES;
  protected readonly icon = PLATFORM_ICONS;
  protected readonly changeable = computed(() => this.mayEdit() && (this.show().status === 'draft' || this.show().status === 'paused'));
  protected readonly hasRehearsal = computed(() => this.show().sources.some(({ platform }) => platform === 'rehearsal'));

  protected addLive(): void {
    this.dialog
      .open<SourcePickerDialog, SourceQuestion, SourceInput>(SourcePickerDialog, { data: this.show().sources, width: '34rem' })
      .afterClosed()
      .subscribe((source) => source && this.save.emit({ sources: [...this.show().sources.map(asInput), source] }));
  }

  protected addRehearsal(): void {
    this.save.emit({ sources: [...this.show().sources.map(asInput), { platform: 'rehearsal' }] });
  }

  protected remove(source: Source): void {
    this.save.emit({
      sources: this.show()
        .sources.filter(({ id }) => id !== source.id)
        .map(asInput),
    });
  }
}

interface SourceCare {
  account: string | null;
  problem: string | null;
  word: string;
  tone: Tone;
}

/** As the server finds it: by its id, or the only working one where the source names none. Another may stand in where that account was connected anew. */
function careOf({ platform, connectionId }: Source, connections: readonly Connection[]): SourceCare {
  const ofPlatform = connections.filter((one) => one.platform === platform);
  const working = ofPlatform.filter(({ status }) => status === 'active');
  const connection = ofPlatform.find(({ id }) => id === connectionId) ?? (working.length === 1 ? working[0] : undefined);
  if (connection) return { account: connection.displayName, problem: connection.problem, ...healthOf(connection) };
  const problem = `No ${PLATFORM_NAMES[platform]} account is connected for this live. Connect one before you go live.`;
  return { account: null, problem, word: 'Not connected', tone: 'bad' };
}

function asInput({ platform, connectionId, liveId, liveUrl }: Source): SourceInput {
  return {
    platform,
    ...(connectionId !== null && { connectionId }),
    ...(liveId !== null && { liveId }),
    ...(liveUrl !== null && { liveUrl }),
  };
}
