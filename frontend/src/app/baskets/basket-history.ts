import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { BasketChange } from '@sellary/contracts';
import { actorName } from '../ui/actor-name';
import { DayAndTimePipe } from '../ui/times';
import { STEP_WORDS } from './basket-words';

/** A basket's steps, latest first: who, when, and why. */
@Component({
  selector: 'app-basket-history',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DayAndTimePipe],
  template: `
    <section class="card p-5 sm:px-6" aria-labelledby="history-heading">
      <h2 id="history-heading" class="text-base!" i18n="@@baskets.history.heading">History</h2>
      <ol class="mt-2 divide-y divide-line">
        @for (change of history(); track change.id) {
          <li class="py-2">
            <span class="flex flex-wrap items-baseline gap-x-2">
              <span class="font-medium" [class.line-through]="change.undone">{{ words[change.step] }}</span>
              @if (change.undone) {
                <span class="text-meta text-soft" i18n="A step in the history|@@baskets.history.undone"
                  >undone</span
                >
              }
            </span>
            <span class="block text-meta text-soft"
              >{{ change.at | dayAndTime }} · {{ actorName(change.by) }}</span
            >
            @if (details(change); as text) {
              <span class="block text-meta wrap-anywhere">{{ text }}</span>
            }
          </li>
        } @empty {
          <li class="py-2 text-soft" i18n="@@baskets.history.none">No steps yet.</li>
        }
      </ol>
    </section>
  `,
  host: { class: 'block min-w-0' },
})
export class BasketHistory {
  readonly history = input.required<readonly BasketChange[]>();
  protected readonly words = STEP_WORDS;
  protected readonly actorName = actorName;

  protected details({ method, reference, reason }: BasketChange): string {
    return [method, reference, reason].filter((part) => part !== undefined).join(' · ');
  }
}
