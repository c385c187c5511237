import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { LanguagePicker } from '../i18n/language-picker';
import { PageLanguage } from '../i18n/page-language';
import { BrandMark } from '../ui/brand-mark';

/** The frame around the pages before sign-in. */
@Component({
  selector: 'app-auth-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BrandMark, LanguagePicker],
  template: `
    <div class="mx-auto flex w-full max-w-[26rem] flex-col justify-center gap-8 px-5 py-10">
      <header><app-brand-mark /></header>
      <main class="card p-6 sm:p-8">
        <h1 class="wrap-anywhere">{{ heading() }}</h1>
        <p class="mt-1 mb-6 text-balance wrap-anywhere text-soft">{{ lead() }}</p>
        <ng-content />
      </main>
      <footer class="flex flex-col gap-4 text-meta text-soft">
        <p class="text-balance" i18n="@@auth.promise">
          Every comment caught, every claim fair, every decision provable.
        </p>
        <app-language-picker class="max-w-44" (chosen)="page.choose($event)" />
      </footer>
    </div>
  `,
  host: { class: 'grid min-h-dvh' },
})
export class AuthCard {
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();
  protected readonly page = inject(PageLanguage);
}
