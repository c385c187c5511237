import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { ShowWithItems, Source, SourceInput, UpdateShowRequest } from '@sellary/contracts';
import { Icon } from '../ui/icon';
import { PLATFORM_ICONS } from '../ui/icons';
import { Steady } from '../ui/steady';
import { PLATFORM_NAMES } from '../ui/words';
import { SourcePickerDialog, type SourceQuestion } from './source-picker-dialog';

/** Where a show's comments come from. */
@Component({
  selector: 'app-show-sources',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Steady],
  template: `
    <section class="card p-5" aria-labelledby="sources-heading">
      <h2 id="sources-heading">Comments from</h2>
      <ul class="mt-3 flex flex-col gap-2">
        @for (source of show().sources; track source.id) {
          <li class="flex items-center gap-2.5 rounded-lg bg-sunken py-1 pr-1 pl-3">
            <app-icon [name]="icon[source.platform]" class="text-soft" />
            <span class="min-w-0 flex-1">
              <span class="block font-medium">{{ name[source.platform] }}</span>
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

function asInput({ platform, connectionId, liveId, liveUrl }: Source): SourceInput {
  return {
    platform,
    ...(connectionId !== null && { connectionId }),
    ...(liveId !== null && { liveId }),
    ...(liveUrl !== null && { liveUrl }),
  };
}
