import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';

@Component({
  selector: 'app-connections',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, MatButton, Chip, Icon],
  template: `
    <h1>Connections</h1>
    <p class="mt-1 max-w-2xl text-soft">Where your viewers' comments come from.</p>
    <ul class="mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <li class="card flex flex-col p-5">
        <span class="flex items-center gap-2.5"
          ><app-icon name="science" />
          <h2 class="flex-1 text-base!">Rehearsal</h2>
          <app-chip tone="good" icon="check_circle">Works today</app-chip></span
        >
        <p class="mt-3 flex-1 text-soft">
          Comments are made in the console, by you. Everything else is the real thing: claims, waiting lines, undo. Nothing to connect.
        </p>
        <a matButton="outlined" class="mt-5 self-start" routerLink="/shows">Start one from a show</a>
      </li>
      @for (platform of coming; track platform.name) {
        <li class="card flex flex-col p-5">
          <span class="flex items-center gap-2.5"
            ><app-icon name="cast" class="text-soft" />
            <h2 class="flex-1 text-base!">{{ platform.name }}</h2>
            <app-chip tone="mute" icon="hourglass_empty">Not yet</app-chip></span
          >
          <p class="mt-3 flex-1 text-soft">{{ platform.text }}</p>
        </li>
      }
    </ul>
  `,
})
export class Connections {
  protected readonly coming = [
    {
      name: 'Facebook Page',
      text: 'Sign in with Facebook once, pick a Page, and its live videos can be chosen as the source of a show. This version cannot do it yet.',
    },
    {
      name: 'Instagram',
      text: 'An Instagram professional account that is linked to a Page sends its live comments by itself. This version cannot do it yet.',
    },
  ];
}
