import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PersonShow } from '@sellary/contracts';
import { PeopleApi } from '../api/people-api';
import { ShowStatusChip } from '../shows/show-status-chip';
import { formatNumber } from '../i18n/format-locale';
import { EmptyState } from '../ui/empty-state';
import { NotLoaded } from '../ui/not-loaded';
import { LoadMore } from '../ui/load-more';
import { paged } from '../ui/paged';
import { DayPipe } from '../ui/times';
import { countsText } from './person-texts';

const PAGE_SIZE = 20;

/** The shows in which a buyer made a claim, newest first. */
@Component({
  selector: 'app-buyer-shows',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, EmptyState, NotLoaded, LoadMore, ShowStatusChip, DayPipe],
  template: `
    <section class="card overflow-hidden" aria-labelledby="history-heading">
      <h2 id="history-heading" class="p-5 pb-3 text-base! sm:px-6" i18n="@@buyers.shows.heading">Shows</h2>
      @if (list.ready()) {
        <ul class="divide-y divide-line border-t border-line" [attr.aria-busy]="list.loading()">
          @for (row of list.rows(); track row.show.id) {
            <li class="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-5 py-3 sm:px-6">
              <span class="-my-0.5 w-20 flex-none self-start"
                ><app-show-status-chip [status]="row.show.status"
              /></span>
              <span class="min-w-0 flex-1 basis-48">
                <a [routerLink]="['/shows', row.show.id]" class="font-semibold hover:underline">{{
                  row.show.name
                }}</a>
                @if (row.show.startedAt; as time) {
                  <span class="ml-2 text-meta text-soft">{{ time | day }}</span>
                }
                @if (row.items.length > 0) {
                  <span class="block text-meta wrap-anywhere text-soft">{{ itemsOf(row) }}</span>
                }
              </span>
              <span class="text-meta text-soft tabular-nums">{{ countsOf(row) }}</span>
            </li>
          } @empty {
            <li>
              <app-empty-state
                icon="live_tv"
                i18n-heading="@@buyers.shows.empty.heading"
                heading="No claims yet"
                i18n-text="@@buyers.shows.empty.text"
                text="A show will appear here when this buyer claims an item in it."
              />
            </li>
          }
        </ul>
        <app-load-more
          bordered
          [list]="list"
          i18n-label="@@buyers.shows.load-older"
          label="Load older shows"
        />
      } @else {
        <app-not-loaded
          [resource]="list"
          i18n-failed="@@buyers.shows.load-failed"
          failed="This buyer’s shows could not be loaded"
          i18n-loading="@@buyers.shows.loading"
          loading="Loading this buyer’s shows"
          loadingClass="grid gap-3 border-t border-line p-5"
        >
          <span class="skeleton h-6"></span><span class="skeleton h-6 w-2/3"></span>
        </app-not-loaded>
      }
    </section>
  `,
})
export class BuyerShows {
  private readonly api = inject(PeopleApi);
  readonly id = input.required<string>();
  /** A merge or its undo changes this number, which reloads the shows. */
  readonly accountCount = input.required<number>();
  protected readonly list = paged(
    () => ({ id: this.id(), accountCount: this.accountCount() }),
    ({ id }, cursor) => this.api.shows(id, { limit: PAGE_SIZE, cursor }),
    ({ shows }) => shows,
  );
  protected readonly countsOf = countsText;

  /** "#12 Blue dress, #14 (red) × 2" */
  protected itemsOf({ items }: PersonShow): string {
    return items
      .map(({ itemNumber, title, variant, quantity }) =>
        [
          `#${itemNumber}`,
          ...(title === null ? [] : [title]),
          ...(variant === undefined ? [] : [`(${variant})`]),
          ...(quantity === 1 ? [] : [`× ${formatNumber(quantity)}`]),
        ].join(' '),
      )
      .join(', ');
  }
}
