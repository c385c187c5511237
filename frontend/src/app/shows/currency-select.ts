import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { currencyCodes } from '@sellary/contracts';
import { pageLanguage } from '../i18n/language';
import { StoredChoice } from './stored-choice';

/** Selects a currency, or none. The parent saves it. */
@Component({
  selector: 'app-currency-select',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [StoredChoice],
  template: `
    <select
      #box
      class="field w-full"
      [attr.aria-label]="label()"
      [disabled]="disabled()"
      [appStoredChoice]="currency() ?? ''"
      [notSaved]="problem() !== null"
      (change)="changed.emit(box.value || null)"
    >
      <option value="" [selected]="currency() === null" i18n="@@shows.currency.none">
        None: sell without prices
      </option>
      @for (option of currencies(); track option.code) {
        <option [value]="option.code" [selected]="option.code === currency()">{{ option.name }}</option>
      }
    </select>
    @if (problem(); as text) {
      <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
    }
  `,
  host: { class: 'block' },
})
export class CurrencySelect {
  readonly currency = input.required<string | null>();
  readonly label = input.required<string>();
  readonly disabled = input(false);
  /** Reason why the selected currency was not saved. */
  readonly problem = input<string | null>(null);
  readonly changed = output<string | null>();
  protected readonly currencies = computed(() => {
    const names = new Intl.DisplayNames(pageLanguage(), { type: 'currency' });
    return currencyCodes().map((code) => ({ code, name: `${code} · ${names.of(code) ?? code}` }));
  });
}
