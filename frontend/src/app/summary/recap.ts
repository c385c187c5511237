import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ShowSummary } from '@sellary/contracts';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { clockMinute, duration } from '../ui/times';
import { counted } from '../ui/words';

interface Moment {
  icon: IconName;
  name: string;
  /** null: the show had none. */
  figure: string | null;
  about: string;
}

/** What one tells of a show afterwards: what went fastest, when it was busiest, what to bring more of. */
@Component({
  selector: 'app-recap',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <dl class="grid gap-x-6 gap-y-4" [class.sm:grid-cols-3]="!narrow()">
      @for (moment of moments(); track moment.name) {
        <div class="relative min-h-9 min-w-0 pl-12">
          <dt class="text-meta text-soft">
            <span class="absolute top-0.5 left-0 grid size-9 place-items-center rounded-lg bg-sunken"
              ><app-icon [name]="moment.icon" /></span
            >{{ moment.name }}
          </dt>
          <dd class="text-[1.125rem]/6 font-semibold tabular-nums" [class.text-soft]="moment.figure === null">
            {{ moment.figure ?? 'None' }}
          </dd>
          <dd class="mt-0.5 line-clamp-2 break-words text-soft">{{ moment.about }}</dd>
        </div>
      }
    </dl>
  `,
  host: { class: 'block' },
})
export class Recap {
  readonly of = input.required<ShowSummary>();
  /** One below the other, whatever the width. */
  readonly narrow = input(false);
  protected readonly moments = computed<readonly Moment[]>(() => {
    const { fastestSellOut: fastest, busiestMinute: busiest, mostWanted: wanted } = this.of();
    return [
      {
        icon: 'bolt',
        name: 'Fastest sell-out',
        figure: fastest && duration(fastest.ms),
        about: fastest ? nameOf(fastest) : 'No item sold out',
      },
      {
        icon: 'schedule',
        name: 'Busiest minute',
        figure: busiest && clockMinute(busiest.at),
        about: busiest ? counted(busiest.claims, 'claim') : 'Nobody claimed anything',
      },
      {
        icon: 'inventory_2',
        name: 'Worth restocking',
        figure: wanted && `${wanted.waiting.toLocaleString('en')} waiting`,
        about: wanted ? nameOf(wanted) : 'Nobody was left waiting',
      },
    ];
  });
}

function nameOf({ itemNumber, title }: { itemNumber: string; title: string | null }): string {
  return title === null ? `Item ${itemNumber}` : `${itemNumber} ${title}`;
}
