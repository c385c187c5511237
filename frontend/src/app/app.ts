import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ExpiredSession } from './auth/expired-session';
import { SessionStore } from './auth/session-store';
import { ColorScheme } from './shell/color-scheme';

@Component({
  selector: 'app-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterOutlet],
  template: `
    @if (session.phase() === 'starting' && session.unreachable() > 0) {
      <p role="alert" class="mx-auto max-w-md p-10 text-center text-soft">
        <strong class="block text-ink">The server does not answer.</strong>
        Nothing is lost. This page keeps trying and opens by itself.
      </p>
    }
    <router-outlet />
  `,
})
export class App {
  protected readonly session = inject(SessionStore);

  constructor() {
    inject(ColorScheme);
    inject(ExpiredSession).watch();
  }
}
