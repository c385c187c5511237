import { ChangeDetectionStrategy, Component, Injector, effect, inject, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ExpiredSession } from './auth/expired-session';
import { SessionStore } from './auth/session-store';
import { ColorScheme } from './ui/color-scheme';

@Component({
  selector: 'app-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterOutlet],
  template: `
    @if (session.phase() === 'starting' && session.startDelayed()) {
      <div role="alert" class="grid min-h-dvh place-items-center p-6">
        <p class="max-w-sm text-center text-balance text-soft">
          <strong class="block text-base text-ink" i18n="@@app.unreachable.heading"
            >No response from the server</strong
          >
          <ng-container i18n="@@app.unreachable.text"
            >This page tries again every few seconds and opens as soon as the server responds.</ng-container
          >
        </p>
      </div>
    }
    @if (!opened() && !session.startDelayed()) {
      <div class="starting" aria-hidden="true"><span></span><span></span><span></span></div>
    }
    <router-outlet (activate)="opened.set(true)" />
  `,
})
export class App {
  protected readonly session = inject(SessionStore);
  /** True once the first page is on the screen. */
  protected readonly opened = signal(false);

  constructor() {
    inject(ColorScheme);
    inject(ExpiredSession).watch();
    const injector = inject(Injector);
    effect(() => {
      // The sign-in page does not wait for code that only later pages need.
      if (this.session.phase() === 'signed-in') {
        void import('./shell/known-platforms').then(({ KnownPlatforms }) =>
          injector.get(KnownPlatforms).load(),
        );
      }
    });
  }
}
