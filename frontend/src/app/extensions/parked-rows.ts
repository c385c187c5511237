import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ParkedRow } from '@sellary/contracts';
import { ExtensionsApi } from '../api/extensions-api';
import { Notices } from '../ui/notices';
import { DayPipe } from '../ui/times';

/** Events that an extension could not handle, with their errors, to retry or skip. */
@Component({
  selector: 'app-parked-rows',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, DayPipe],
  template: `
    <h4 class="mt-4 font-semibold" i18n="@@extensions.parked.heading">Events set aside</h4>
    <p class="text-meta text-soft" i18n="@@extensions.parked.lead">
      The extension failed 8 times on each of these events. Later events were not affected. Retry the events
      once the cause is fixed.
    </p>
    <ul class="mt-2 divide-y divide-line border-y border-line">
      @for (row of rows(); track row.id) {
        <li class="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
          <span class="min-w-0 flex-1 basis-64">
            <span class="block truncate"
              ><a class="font-medium hover:underline" [routerLink]="['/shows', row.show.id]">{{
                row.show.name
              }}</a>
              <span class="text-soft"> #{{ row.seq }} {{ row.type }} · {{ row.parkedAt | day }}</span></span
            >
            <span class="block text-meta break-words text-bad">{{ row.error }}</span>
          </span>
          @if (row.retrying) {
            <span class="text-meta text-soft" i18n="@@extensions.parked.retrying">Retrying soon</span>
          } @else {
            <button
              type="button"
              class="act"
              [disabled]="busy()"
              (click)="run('retry', [row.id])"
              i18n="@@extensions.parked.retry"
            >
              Retry event
            </button>
          }
          <button
            type="button"
            class="act act-quiet"
            [disabled]="busy()"
            (click)="run('skip', [row.id])"
            i18n="@@extensions.parked.skip"
          >
            Skip event
          </button>
        </li>
      }
    </ul>
    <p class="mt-2 flex flex-wrap gap-2">
      @if (rows().length > 1) {
        <button
          type="button"
          class="act"
          [disabled]="busy()"
          (click)="run('retry', firstIds())"
          i18n="@@extensions.parked.retry-all"
        >
          Retry listed events
        </button>
      }
      @if (nextCursor() !== null) {
        <button
          type="button"
          class="act act-quiet"
          [disabled]="busy()"
          (click)="load(nextCursor())"
          i18n="@@extensions.parked.more"
        >
          Show more
        </button>
      }
    </p>
  `,
  host: { class: 'block' },
})
export class ParkedRows {
  private readonly api = inject(ExtensionsApi);
  private readonly notices = inject(Notices);
  readonly extension = input.required<string>();
  /** Emits after rows were retried or skipped. */
  readonly changed = output();
  protected readonly rows = signal<readonly ParkedRow[]>([]);
  protected readonly nextCursor = signal<string | null>(null);
  protected readonly busy = signal(false);

  constructor() {
    effect(() => {
      this.extension();
      untracked(() => void this.load(null));
    });
  }

  /** The first 200 rows, the maximum per request. */
  protected firstIds(): string[] {
    return this.rows()
      .slice(0, 200)
      .map(({ id }) => id);
  }

  protected async load(cursor: string | null): Promise<void> {
    await this.runWhileBusy(
      async () => {
        const page = await this.api.parkedRows(this.extension(), cursor ?? undefined);
        this.rows.update((before) => (cursor === null ? page.parked : [...before, ...page.parked]));
        this.nextCursor.set(page.nextCursor);
      },
      $localize`:@@extensions.parked.not-loaded:The events could not be loaded`,
    );
  }

  protected async run(command: 'retry' | 'skip', ids: string[]): Promise<void> {
    await this.runWhileBusy(
      async () => {
        await this.api[command](this.extension(), ids);
        this.rows.update((before) =>
          command === 'skip'
            ? before.filter(({ id }) => !ids.includes(id))
            : before.map((row) => (ids.includes(row.id) ? { ...row, retrying: true } : row)),
        );
        this.changed.emit();
      },
      $localize`:@@extensions.parked.not-done:Nothing was changed`,
    );
  }

  private async runWhileBusy(work: () => Promise<void>, failureText: string): Promise<void> {
    this.busy.set(true);
    try {
      await work();
    } catch (failure) {
      this.notices.fail(failure, failureText);
    } finally {
      this.busy.set(false);
    }
  }
}
