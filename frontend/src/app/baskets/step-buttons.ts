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

/**
 * Step buttons, each with the number of baskets that the step applies to, unless it applies to all or none of
 * them.
 */
@Component({
  selector: 'app-step-buttons',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    @for (button of buttons(); track button.step) {
      <button
        type="button"
        class="act"
        [disabled]="busy() || button.count === 0"
        (click)="stepChosen.emit(button.step)"
      >
        <app-icon [name]="button.icon" class="size-4!" />{{ button.name }}
        @if (button.count > 0 && button.count !== rows().length) {
          <span class="text-soft">({{ number(button.count) }})</span>
        }
      </button>
    }
  `,
})
export class StepButtons {
  readonly rows = input.required<readonly BasketRow[]>();
  readonly busy = input(false);
  /** True if a step has no button when none of the baskets allow it. */
  readonly hidesUnavailable = input(false);
  readonly stepChosen = output<OperatorStep>();
  protected readonly number = formatNumber;
  protected readonly buttons = computed(() =>
    BUTTONS.map((button) => {
      const targets = basketsFor(button.step, this.rows());
      const isAgain = button.step === 'request' && targets.some(({ state }) => state === 'requested');
      return { ...button, name: isAgain ? ASK_AGAIN : button.name, count: targets.length };
    }).filter(({ count }) => count > 0 || !this.hidesUnavailable()),
  );
}
