import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import {
  BASKET_PLACEHOLDERS,
  type BasketPlaceholder,
  type BasketSettingsView,
  type BuyerLanguage,
  MAX_BASKET_TEXT,
  type UpdateBasketSettingsRequest,
} from '@sellary/contracts';
import { StoredChoice } from '../../shows/stored-choice';
import { languageChoices } from '../../ui/buyer-languages';
import { examplePreview, templateProblem } from './template-check';

const MEANINGS: Record<BasketPlaceholder, string> = {
  name: $localize`:Placeholder in a text|@@baskets.placeholder.name:Buyer’s name`,
  show: $localize`:Placeholder in a text|@@baskets.placeholder.show:Show name`,
  items: $localize`:Placeholder in a text|@@baskets.placeholder.items:Items with prices, one per line`,
  units: $localize`:Placeholder in a text|@@baskets.placeholder.units:Number of units`,
  amount: $localize`:Placeholder in a text|@@baskets.placeholder.amount:Item total`,
  extras: $localize`:Placeholder in a text|@@baskets.placeholder.extras:Extra lines, such as shipping`,
  total: $localize`:Placeholder in a text|@@baskets.placeholder.total:Amount to pay`,
  howToPay: $localize`:Placeholder in a text|@@baskets.placeholder.how-to-pay:Payment instructions`,
  holdEnds: $localize`:Placeholder in a text|@@baskets.placeholder.hold-ends:When payment is due`,
  code: $localize`:Placeholder in a text|@@baskets.placeholder.code:Basket code`,
};

/**
 * A change to the settings, or a function that returns it. Such a function gets the server's settings when the
 * change is saved, because other changes may have been saved since the page's settings were read.
 */
export type BasketSettingsChange =
  UpdateBasketSettingsRequest | ((stored: BasketSettingsView) => UpdateBasketSettingsRequest);

/** The texts for buyers: how to pay, and a template for each language with its placeholders. */
@Component({
  selector: 'app-text-settings',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [StoredChoice],
  templateUrl: './text-settings.html',
  host: { class: '@container block min-w-0' },
})
export class TextSettings {
  readonly settings = input.required<BasketSettingsView>();
  readonly mayEdit = input.required<boolean>();
  /** True from a failure until the next attempt. */
  readonly notSaved = input.required<boolean>();
  readonly changed = output<BasketSettingsChange>();
  protected readonly maxLength = MAX_BASKET_TEXT;
  protected readonly languages = languageChoices();
  protected readonly placeholders = BASKET_PLACEHOLDERS.map((name) => ({ name, meaning: MEANINGS[name] }));
  /** Language of the template in the field. */
  protected readonly language = linkedSignal<BuyerLanguage, BuyerLanguage>({
    source: () => this.settings().language,
    computation: (initial, previous) => previous?.value ?? initial,
  });
  private readonly storedTemplate = computed(() => {
    const { templates, defaultTemplates } = this.settings();
    return templates[this.language()] ?? defaultTemplates[this.language()] ?? '';
  });
  protected readonly isCustomized = computed(() => this.settings().templates[this.language()] !== undefined);
  /** The text in the field when a template was last saved or its default restored. */
  private sentTemplate = '';
  /** A template that was changed again while it was saved stays as typed. */
  protected readonly template = linkedSignal<{ language: BuyerLanguage; stored: string }, string>({
    source: () => ({ language: this.language(), stored: this.storedTemplate() }),
    computation: ({ language, stored }, before) => {
      if (before?.source.language !== language) return stored;
      return before.value === before.source.stored || before.value === this.sentTemplate
        ? stored
        : before.value;
    },
  });
  protected readonly isChanged = computed(() => this.template().trim() !== this.storedTemplate().trim());
  protected readonly problem = computed(() => templateProblem(this.template()));
  protected readonly preview = computed(() =>
    examplePreview(this.template(), this.settings().howToPay, this.language()),
  );
  private readonly box = viewChild<ElementRef<HTMLTextAreaElement>>('box');

  protected placeholderText(name: BasketPlaceholder): string {
    return `{${name}}`;
  }

  protected insert(name: BasketPlaceholder): void {
    const box = this.box()?.nativeElement;
    if (box === undefined) return;
    box.focus();
    box.setRangeText(`{${name}}`, box.selectionStart, box.selectionEnd, 'end');
    this.template.set(box.value);
  }

  protected saveHowToPay(text: string): void {
    const howToPay = text.trim();
    if (howToPay !== this.settings().howToPay) this.changed.emit({ howToPay });
  }

  protected saveDefaultLanguage(value: string): void {
    this.changed.emit({ language: value as BuyerLanguage });
  }

  protected selectLanguage(value: string): void {
    this.language.set(value as BuyerLanguage);
  }

  protected save(): void {
    const template = this.template().trim();
    if (this.problem() !== null) return;
    if (template === '') {
      this.restoreDefaultTemplate();
      return;
    }
    const language = this.language();
    this.sentTemplate = this.template();
    this.changed.emit(({ templates }) => ({ templates: { ...templates, [language]: template } }));
  }

  protected restoreDefaultTemplate(): void {
    const language = this.language();
    this.sentTemplate = this.template();
    this.changed.emit(({ templates: { [language]: _, ...templates } }) => ({ templates }));
  }
}
