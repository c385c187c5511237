import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ShowSummary } from '@sellary/contracts';
import { formatNumber } from '../../i18n/format-locale';
import { Icon } from '../../ui/icon';
import type { IconName } from '../../ui/icons';
import { clockMinute, duration } from '../../ui/times';

interface Highlight {
  icon: IconName;
  name: string;
  /** Null if there is none. */
  figure: string | null;
  detail: string;
}

/** A show's highlights: fastest sell-out, busiest minute, and the item to restock. */
@Component({
  selector: 'app-recap',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <dl class="grid gap-x-6 gap-y-4" [class.sm:grid-cols-3]="!narrow()">
      @for (highlight of highlights(); track highlight.name) {
        <div class="relative min-h-9 min-w-0 pl-12">
          <dt class="text-meta text-soft">
            <span class="absolute top-0.5 left-0 grid size-9 place-items-center rounded-lg bg-sunken"
              ><app-icon [name]="highlight.icon" /></span
            >{{ highlight.name }}
          </dt>
          <dd
            class="text-[1.125rem]/6 font-semibold tabular-nums"
            [class.text-soft]="highlight.figure === null"
          >
            {{ highlight.figure ?? none }}
          </dd>
          <dd class="mt-0.5 line-clamp-2 break-words text-soft">{{ highlight.detail }}</dd>
        </div>
      }
    </dl>
  `,
  host: { class: 'block' },
})
export class Recap {
  readonly summary = input.required<ShowSummary>();
  /** True if the highlights are stacked at every width. */
  readonly narrow = input(false);
  protected readonly none = $localize`:No highlight of this kind|@@summary.recap.none:None`;
  protected readonly highlights = computed<readonly Highlight[]>(() => {
    const { fastestSellOut: fastest, busiestMinute: busiest, mostWanted: wanted } = this.summary();
    return [
      {
        icon: 'bolt',
        name: $localize`:@@summary.recap.fastest:Fastest sell-out`,
        figure: fastest && duration(fastest.ms),
        detail: fastest ? itemName(fastest) : $localize`:@@summary.recap.fastest-none:No items sold out`,
      },
      {
        icon: 'schedule',
        name: $localize`:@@summary.recap.busiest:Busiest minute`,
        figure: busiest && clockMinute(busiest.at),
        detail: busiest ? claimCount(busiest.claims) : $localize`:@@summary.recap.busiest-none:No claims`,
      },
      {
        icon: 'inventory_2',
        name: $localize`:@@summary.recap.restock:Worth restocking`,
        figure:
          wanted &&
          $localize`:Number of claims on a waitlist|@@summary.recap.waiting:${formatNumber(wanted.waiting)}:count: waiting`,
        detail: wanted ? itemName(wanted) : $localize`:@@summary.recap.restock-none:No claims on a waitlist`,
      },
    ];
  });
}

function itemName({ itemNumber, title }: { itemNumber: string; title: string | null }): string {
  return title === null
    ? $localize`:@@summary.recap.item:Item #${itemNumber}:number:`
    : `#${itemNumber} ${title}`;
}

function claimCount(count: number): string {
  return count === 1
    ? $localize`:@@summary.recap.claims.one:1 claim`
    : $localize`:@@summary.recap.claims.many:${formatNumber(count)}:count: claims`;
}
