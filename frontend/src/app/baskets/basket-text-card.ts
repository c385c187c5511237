import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import type { BuyerLanguage } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { BasketsApi } from '../api/baskets-api';
import { Copying } from '../ui/copying';
import { Icon } from '../ui/icon';
import { languageChoices, languageName } from '../ui/buyer-languages';

/** The text for the buyer, as it will be copied, in the buyer's language or another one. */
@Component({
  selector: 'app-basket-text',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <section class="card p-5 sm:px-6" aria-labelledby="text-heading">
      <div class="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="text-heading" class="mr-auto text-base!" i18n="@@baskets.text.heading">Text for the buyer</h2>
        <select
          #choice
          class="field max-w-full"
          i18n-aria-label="@@baskets.text.language"
          aria-label="Text language"
          (change)="choose(choice.value)"
        >
          <option value="" [selected]="language() === null" i18n="@@baskets.text.own-language">
            Buyer’s language
          </option>
          @for (option of languages; track option.value) {
            <option data-verbatim [value]="option.value" [selected]="language() === option.value">
              {{ option.name }}
            </option>
          }
        </select>
        <!-- Above the text, because a notice may cover the bottom of the page. -->
        <button type="button" class="act" [disabled]="!text.hasValue()" (click)="copy()">
          <app-icon name="content_copy" class="size-4!" /><ng-container i18n="@@baskets.text.copy"
            >Copy text</ng-container
          >
        </button>
      </div>
      @if (text.hasValue()) {
        @let it = text.value();
        <p class="mt-3 rounded-lg bg-sunken px-3 py-2 wrap-anywhere whitespace-pre-line" data-verbatim>
          {{ it.text }}
        </p>
        @if (!it.inOwnLanguage) {
          <p class="mt-2 text-meta text-warn">{{ otherLanguageText(it.language) }}</p>
        }
      } @else if (failure(); as reason) {
        <p class="mt-3 text-bad" role="alert">
          {{ reason }}
          <button type="button" class="act text-ink" (click)="text.reload()">
            <ng-container i18n="@@ui.load-failed.retry">Try again</ng-container>
          </button>
        </p>
      } @else {
        <span class="skeleton mt-3 block h-24"></span>
      }
    </section>
  `,
  host: { class: 'block min-w-0' },
})
export class BasketTextCard {
  private readonly api = inject(BasketsApi);
  private readonly copying = inject(Copying);
  readonly basketId = input.required<string>();
  /** The text is reloaded when the basket changes. */
  readonly version = input.required<string>();
  protected readonly language = signal<BuyerLanguage | null>(null);
  protected readonly languages = languageChoices();
  protected readonly text = resource({
    params: () => ({ id: this.basketId(), language: this.language() ?? undefined, version: this.version() }),
    loader: ({ params: { id, language } }) => this.api.text(id, language),
  });
  protected readonly failure = computed(() => {
    const error = this.text.error();
    return error === undefined ? null : ApiError.from(error).message;
  });

  protected choose(value: string): void {
    this.language.set(value === '' ? null : (value as BuyerLanguage));
  }

  protected otherLanguageText(language: BuyerLanguage): string {
    return $localize`:@@baskets.text.other-language:There is no template in that language, so the text is in ${languageName(language)}:language:. You can add one in the basket settings.`;
  }

  protected async copy(): Promise<void> {
    if (!this.text.hasValue()) return;
    await this.copying.copy(this.text.value().text, $localize`:@@baskets.text.what:Text`);
  }
}
