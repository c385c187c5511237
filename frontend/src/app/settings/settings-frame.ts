import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';

/** The heading and tabs of all settings pages. */
@Component({
  selector: 'app-settings-frame',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterOutlet, RouterLink, RouterLinkActive],
  template: `
    <h1 i18n="@@settings.heading">Settings</h1>
    <nav
      i18n-aria-label="@@settings.heading"
      aria-label="Settings"
      class="mt-5 mb-6 flex flex-wrap gap-x-1 border-b border-line"
    >
      @for (page of pages; track page.path) {
        <a
          [routerLink]="page.path"
          routerLinkActive="border-primary! text-ink! font-semibold"
          [routerLinkActiveOptions]="{ exact: true }"
          ariaCurrentWhenActive="page"
          class="-mb-px flex h-10 flex-none items-center border-b-2 border-transparent px-2 sm:px-3 text-soft hover:text-ink coarse:h-12"
          >{{ page.name }}</a
        >
      }
    </nav>
    <router-outlet />
  `,
})
export class SettingsFrame {
  protected readonly pages = [
    { path: '/settings', name: $localize`:@@settings.tab.general:General` },
    { path: '/settings/account', name: $localize`:@@settings.tab.account:Account` },
    { path: '/settings/people', name: $localize`:@@settings.tab.people:People` },
    { path: '/settings/baskets', name: $localize`:@@settings.tab.baskets:Baskets` },
    { path: '/settings/blocked', name: $localize`:@@settings.tab.blocked:Blocked buyers` },
    { path: '/settings/extensions', name: $localize`:@@settings.tab.extensions:Extensions` },
    { path: '/settings/audit', name: $localize`:@@settings.tab.audit:Audit log` },
    { path: '/settings/erasure', name: $localize`:@@settings.tab.erasure:Erasure` },
  ];
}
