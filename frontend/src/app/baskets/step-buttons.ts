import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { BasketRow } from '@sellary/contracts';
import { formatNumber } from '../i18n/format-locale';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { type OperatorStep, basketsFor } from './step-rules';

const BUTTONS: readonly { step: OperatorStep; name: string; icon: IconName }[] = [
  { step: 'request', name: $localize`:@@baskets.act.request:Ask for payment`, icon: 'send' },
  { step: 'pay', name: $localize`:@@baskets.act.pay:Mark paid…`, icon: 'check_circle' },
  { step: 'pack', name: $localize`:@@baskets.act.pack:Mark packed`, icon: 'inventory_2' },
  { step: 'ship', name: $localize`:@@baskets.act.ship:Mark shipped…`, icon: 'local_shipping' },
  { step: 'undo', name: $localize`:@@baskets.act.undo:Undo step`, icon: 'undo' },
];

const ASK_AGAIN = $localize`:@@baskets.act.request-again:Ask again`;

/** A button for each step. It counts the baskets for which the step is possible, if it is not for all. */
@Component({
  selector: 'app-step-buttons',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    @for (it of buttons(); track it.step) {
      <button type="button" class="act" [disabled]="busy() || it.count === 0" (click)="stepped.emit(it.step)">
        <app-icon [name]="it.icon" class="size-4!" />{{ it.name }}
        @if (it.count > 0 && it.count !== rows().length) {
          <span class="text-soft">({{ number(it.count) }})</span>
        }
      </button>
    }
  `,
})
export class StepButtons {
  readonly rows = input.required<readonly BasketRow[]>();
  readonly busy = input(false);
  /** True: steps that are possible for no basket have no button. */
  readonly onlyPossible = input(false);
  readonly stepped = output<OperatorStep>();
  protected readonly number = formatNumber;
  protected readonly buttons = computed(() =>
    BUTTONS.map((button) => {
      const meant = basketsFor(button.step, this.rows());
      const isAgain = button.step === 'request' && meant.some(({ state }) => state === 'requested');
      return { ...button, name: isAgain ? ASK_AGAIN : button.name, count: meant.length };
    }).filter(({ count }) => count > 0 || !this.onlyPossible()),
  );
}
