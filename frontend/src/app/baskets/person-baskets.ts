import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type BasketRow, UNPAID_BASKET_STATES } from '@sellary/contracts';
import { BasketsApi } from '../api/baskets-api';
import { formatNumber } from '../i18n/format-locale';
import { LoadFailed } from '../ui/load-failed';
import { LoadMore } from '../ui/load-more';
import { moneyText } from '../ui/money';
import { paged } from '../ui/paged';
import { totalsText } from './basket-sums';
import { OPEN_BOX } from './basket-words';
import { BasketStateChip } from './state-chip';

const PAGE_SIZE = 20;

/** A person's baskets, newest first, and the unpaid sum. */
@Component({
  selector: 'app-person-baskets',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, BasketStateChip, LoadFailed, LoadMore],
  template: `
    <section class="card overflow-hidden" aria-labelledby="baskets-heading">
      <div class="flex flex-wrap items-baseline gap-x-3 p-5 pb-3 sm:px-6">
        <h2 id="baskets-heading" class="text-base!" i18n="@@baskets.heading">Baskets</h2>
        @if (unpaid(); as text) {
          <p class="text-warn">{{ text }}</p>
        }
      </div>
      @if (list.error(); as failure) {
        <app-load-failed
          i18n-heading="@@baskets.load-failed"
          heading="The baskets could not be loaded"
          [failure]="failure"
          (retry)="list.reload()"
        />
      } @else if (list.ready()) {
        <ul class="divide-y divide-line border-t border-line tabular-nums" [attr.aria-busy]="list.loading()">
          @for (row of list.rows(); track row.id) {
            <li class="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 px-5 py-1.5 sm:px-6">
              <a
                [routerLink]="['/baskets', row.id]"
                class="min-w-0 flex-1 basis-40 truncate font-medium hover:underline"
                >{{ nameOf(row) }}</a
              >
              <app-basket-state [state]="row.state" />
              <span class="text-soft" i18n="@@baskets.table.units">Units: {{ number(row.units) }}</span>
              <span class="w-24 text-right">{{ money(row.total, row.currency) }}</span>
            </li>
          } @empty {
            <li class="px-5 py-3 text-soft sm:px-6" i18n="@@baskets.person.none">No baskets.</li>
          }
        </ul>
        <app-load-more bordered [list]="list" i18n-label="@@baskets.load-more" label="Load more baskets" />
      } @else {
        <span class="skeleton m-5 block h-10"></span>
      }
    </section>
  `,
  host: { class: 'block' },
})
export class PersonBaskets {
  private readonly api = inject(BasketsApi);
  /** Id of the person. */
  readonly person = input.required<string>();
  /** A merge or its undo changes this number, which reloads the baskets. */
  readonly accountCount = input.required<number>();
  private readonly query = computed(() => ({ person: this.person(), accountCount: this.accountCount() }));
  protected readonly list = paged(
    () => this.query(),
    ({ person }, cursor) => this.api.list({ person, limit: PAGE_SIZE, cursor }),
    ({ baskets }) => baskets,
  );
  /** Loaded separately from the list, which loads one page at a time. */
  private readonly unpaidBaskets = resource({
    params: () => this.query(),
    loader: ({ params }) => this.api.unpaidOf(params.person),
  });
  protected readonly unpaid = computed(() =>
    unpaidText(this.unpaidBaskets.hasValue() ? this.unpaidBaskets.value() : []),
  );
  protected readonly money = moneyText;
  protected readonly number = formatNumber;

  protected nameOf({ show, number }: BasketRow): string {
    const name = show?.name ?? OPEN_BOX;
    return number > 1 ? `${name} #${number}` : name;
  }
}

const isUnpaid = (row: BasketRow): boolean => UNPAID_BASKET_STATES.some((state) => state === row.state);

/** "Unpaid: €34.90", or the number of unpaid baskets if they have no prices. Empty if there are none. */
export function unpaidText(rows: readonly BasketRow[]): string {
  const unpaid = rows.filter(isUnpaid);
  if (unpaid.length === 0) return '';
  const sum = totalsText(unpaid) || formatNumber(unpaid.length);
  return $localize`:Sum of a buyer's unpaid baskets|@@baskets.person.unpaid:Unpaid: ${sum}:sum:`;
}
