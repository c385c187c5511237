import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import type { Language } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { AccountApi } from '../api/account-api';
import { LanguagePicker } from '../i18n/language-picker';
import { PageLanguage } from '../i18n/page-language';
import { Problem } from '../ui/problem';

/**
 * Sets the account's language. It applies to this device immediately, and to others at the next sign-in or
 * reload.
 */
@Component({
  selector: 'app-account-language',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LanguagePicker, Problem],
  template: `
    <h2 id="language-heading" class="text-base!" i18n="@@settings.language.heading">Language</h2>
    <p class="mt-0.5 text-soft" i18n="@@settings.language.scope">
      For your account, on all your devices. Changing it reloads this page.
    </p>
    <app-problem class="mt-4" [text]="problem()" />
    <app-language-picker class="mt-4 max-w-xs" (chosen)="save($event)" />
  `,
  host: { class: 'card block p-5 sm:p-6', role: 'region', 'aria-labelledby': 'language-heading' },
})
export class AccountLanguage {
  private readonly api = inject(AccountApi);
  private readonly page = inject(PageLanguage);
  protected readonly problem = signal<string | null>(null);

  protected async save(language: Language): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.update({ language });
      this.page.choose(language);
    } catch (failure) {
      this.problem.set(ApiError.from(failure).message);
    }
  }
}
