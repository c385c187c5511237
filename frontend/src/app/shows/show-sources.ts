import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { Connection, Show, Source, SourceInput } from '@sellary/contracts';
import { ConnectionsApi } from '../api/connections-api';
import { connectionHealth } from '../ui/connection-status-words';
import { Chip } from '../ui/chip';
import { askToConfirm } from '../ui/confirm-dialog';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { MisclickGuard } from '../ui/misclick-guard';
import type { Severity } from '../ui/severity';
import { platformIcon, platformName, shortSourceName } from '../ui/platform-names';
import { connectionOf, sourceName, videoNumber } from './source-names';
import { SourcePickerDialog, type CurrentSources } from './source-picker-dialog';

/** A show's comment sources: live videos and the rehearsal. */
@Component({
  selector: 'app-show-sources',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, Chip, Icon, MisclickGuard],
  template: `
    <section class="card p-5" aria-labelledby="sources-heading">
      <h2 id="sources-heading" i18n="@@shows.sources.heading">Sources</h2>
      <ul class="mt-3 flex flex-col gap-2">
        @for (source of show().sources; track source.id) {
          @let health = sourceHealth().get(source.id);
          <li class="flex flex-wrap items-center gap-x-2.5 rounded-lg bg-sunken py-1 pr-1 pl-3">
            <app-icon [name]="icon(source.platform)" class="text-soft" />
            <span class="min-w-0 flex-1">
              <span class="block font-medium">{{ name(source) }}</span>
              @if (health?.account; as account) {
                <span class="block truncate text-meta text-soft">{{ account }}</span>
              }
              @if (source.platform !== 'rehearsal') {
                <span
                  class="block text-meta wrap-anywhere text-soft"
                  [title]="source.liveUrl ?? ''"
                  i18n="The number of a live video on its platform|@@shows.sources.video"
                  >Video {{ number(source) }}</span
                >
              }
              @if (stateOf(source); as state) {
                <app-chip class="my-1 inline-flex" [tone]="state.tone" [icon]="state.icon">{{
                  state.word
                }}</app-chip>
                <span class="block pb-1 text-meta break-words text-soft">{{ state.details }}</span>
              }
            </span>
            @if (canChange()) {
              <button
                type="button"
                class="act act-quiet act-icon text-soft"
                [appMisclickGuard]="source.id"
                [attr.aria-label]="removeLabel(source)"
                (click)="remove(source)"
              >
                <app-icon name="close" class="size-4!" />
              </button>
            } @else {
              <span class="h-9"></span>
            }
            @if (health?.problem; as problem) {
              <span class="w-full py-1 pr-2">
                <app-chip [tone]="health?.tone ?? 'warn'" icon="error">{{ health?.label }}</app-chip>
                <span class="mt-1 block text-meta break-words">{{ problem }}</span>
                <a
                  class="text-link text-meta"
                  routerLink="/connections"
                  i18n="@@shows.sources.open-connections"
                  >Open Connections</a
                >
              </span>
            }
          </li>
        } @empty {
          <li
            id="why-not-live"
            class="rounded-lg bg-warn-ground px-3 py-2.5 text-warn"
            i18n="@@shows.sources.none"
          >
            Before you go live, add a live video or a rehearsal.
          </li>
        }
      </ul>
      @if (canChange()) {
        <button type="button" class="act mt-3 w-full" (click)="addLiveVideo()">
          <app-icon name="live_tv" class="size-4!" /><ng-container i18n="@@shows.sources.add-live-video"
            >Add live video</ng-container
          >
        </button>
        @if (!hasRehearsal()) {
          <button type="button" class="act mt-2 w-full" (click)="addRehearsal()">
            <app-icon name="add" class="size-4!" /><ng-container i18n="@@shows.sources.add-rehearsal"
              >Add rehearsal</ng-container
            >
          </button>
        }
      }
      @if (mayEdit() && show().status === 'active') {
        <p class="mt-3 text-meta text-soft" i18n="@@shows.sources.live">
          You can change sources while the show is live. In a source that you add, comments written since the
          show began also count, by the time at which they were written.
        </p>
      }
      @if (hasRehearsal()) {
        <p class="mt-3 text-meta text-soft" i18n="@@shows.sources.rehearsal-text">
          In a rehearsal, you write the comments yourself in the console.
        </p>
      }
    </section>
  `,
})
export class ShowSources {
  readonly show = input.required<Pick<Show, 'status' | 'sources'>>();
  readonly mayEdit = input.required<boolean>();
  /** Source states from the console's last heartbeat; empty on other pages. */
  readonly states = input<readonly SourceState[]>([]);
  readonly added = output<SourceInput>();
  readonly removed = output<Source>();
  private readonly dialog = inject(MatDialog);
  private readonly connections = inject(ConnectionsApi);
  private readonly needsConnections = computed(
    () =>
      this.show().status !== 'ended' && this.show().sources.some(({ platform }) => platform !== 'rehearsal'),
  );
  private readonly connectionList = resource({
    params: () => this.needsConnections() || undefined,
    loader: () => this.connections.all(),
  });
  private readonly allConnections = computed(() =>
    this.connectionList.hasValue() ? this.connectionList.value().connections : [],
  );
  /** Each source's account and its problem, by source id. Empty until the connections are loaded. */
  protected readonly sourceHealth = computed(() => {
    if (!this.connectionList.hasValue()) return new Map<string, SourceHealth>();
    return new Map(
      this.show().sources.flatMap((source) =>
        source.platform === 'rehearsal' ? [] : [[source.id, healthOf(source, this.allConnections())]],
      ),
    );
  });
  protected readonly icon = platformIcon;
  protected readonly number = videoNumber;
  protected readonly canChange = computed(() => this.mayEdit() && this.show().status !== 'ended');
  protected readonly hasRehearsal = computed(() =>
    this.show().sources.some(({ platform }) => platform === 'rehearsal'),
  );

  protected name(source: Source): string {
    return shortSourceName(source, this.show().sources);
  }

  protected removeLabel(source: Source): string {
    return $localize`:@@shows.sources.remove-label:Remove ${sourceName(source, this.allConnections())}:source:`;
  }

  protected addLiveVideo(): void {
    this.dialog
      .open<SourcePickerDialog, CurrentSources, SourceInput>(SourcePickerDialog, {
        data: this.show().sources,
        width: '34rem',
      })
      .afterClosed()
      .subscribe((source) => source && this.added.emit(source));
  }

  protected addRehearsal(): void {
    this.added.emit({ platform: 'rehearsal' });
  }

  protected stateOf({ id }: Source): SourceState | undefined {
    return this.states().find((state) => state.id === id);
  }

  /** Removing a source from a live show loses comments, so the user must confirm it. */
  protected async remove(source: Source): Promise<void> {
    if (this.show().status === 'active' && !(await this.confirm(source))) return;
    this.removed.emit(source);
  }

  private confirm(source: Source): Promise<boolean> {
    return askToConfirm(this.dialog, {
      heading: $localize`:@@shows.sources.remove.heading:Stop reading comments from ${sourceName(source, this.allConnections())}:source:?`,
      text: $localize`:@@shows.sources.remove.text:Claims already made will stay. Comments that have not arrived yet, and later ones, will not appear or count.`,
      yes: $localize`:@@shows.sources.remove.confirm:Remove source`,
      no: $localize`:@@shows.sources.remove.cancel:Keep source`,
    });
  }
}

/** A source's state as a chip, with its problem or its comment delay. */
interface SourceState {
  readonly id: string;
  readonly word: string;
  readonly tone: Severity;
  readonly icon: IconName;
  readonly details: string;
}

interface SourceHealth {
  account: string | null;
  problem: string | null;
  label: string;
  tone: Severity;
}

function healthOf(source: Source, connections: readonly Connection[]): SourceHealth {
  const connection = connectionOf(source, connections);
  if (connection) {
    return { account: connection.displayName, problem: connection.problem, ...connectionHealth(connection) };
  }
  return {
    account: null,
    problem: missingAccountText(source, connections),
    label: $localize`:@@shows.sources.not-connected:Not connected`,
    tone: 'bad',
  };
}

function missingAccountText({ platform, connectionId }: Source, connections: readonly Connection[]): string {
  const name = platformName(platform);
  if (connectionId !== null) {
    return $localize`:@@shows.sources.disconnected:The ${name}:platform: account of this live video is no longer connected. Connect it again, or remove the video and add it from a connected account.`;
  }
  // A single active account would be used.
  return connections.some((other) => other.platform === platform && other.status === 'active')
    ? $localize`:@@shows.sources.several-accounts:Several ${name}:platform: accounts are connected, so it is not clear which one this live video belongs to. Remove the video, then add it again from its account.`
    : $localize`:@@shows.sources.no-account:No ${name}:platform: account is connected for this live video. Connect one to receive its comments.`;
}
