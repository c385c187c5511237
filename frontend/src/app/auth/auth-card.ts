import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { BrandMark } from '../ui/brand-mark';

/** The frame that login and register share. */
@Component({
  selector: 'app-auth-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BrandMark],
  template: `
    <div class="mx-auto flex w-full max-w-[26rem] flex-col justify-center gap-8 px-5 py-10">
      <header><app-brand-mark /></header>
      <main class="card p-6 sm:p-8">
        <h1>{{ heading() }}</h1>
        <p class="mt-1 mb-6 text-balance text-soft">{{ lead() }}</p>
        <ng-content />
      </main>
      <footer class="text-meta text-balance text-soft">Every comment caught, every claim fair, every decision provable.</footer>
    </div>
  `,
  host: { class: 'grid min-h-dvh' },
})
export class AuthCard {
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();
}
