import { ChangeDetectionStrategy, Component, output } from '@angular/core';
import { LANGUAGES, type Language } from '@sellary/contracts';
import { LANGUAGE_NAMES, pageLanguage } from './language';

/** Lists the languages by their native names. The parent stores the choice and reloads the page. */
@Component({
  selector: 'app-language-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <select
      #box
      class="field w-full"
      i18n-aria-label="@@i18n.picker.label"
      aria-label="Language"
      (change)="choose(box.value)"
    >
      @for (language of languages; track language) {
        <option [value]="language" [selected]="language === current" [attr.lang]="language">
          {{ names[language] }}
        </option>
      }
    </select>
  `,
  host: { class: 'block' },
})
export class LanguagePicker {
  readonly chosen = output<Language>();
  protected readonly languages = LANGUAGES;
  protected readonly names = LANGUAGE_NAMES;
  protected readonly current = pageLanguage();

  protected choose(value: string): void {
    const language = LANGUAGES.find((supported) => supported === value);
    if (language !== undefined) this.chosen.emit(language);
  }
}
