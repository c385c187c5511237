import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import {
  NavigationEnd,
  NavigationError,
  Router,
  RouterLink,
  RouterLinkActive,
  RouterOutlet,
} from '@angular/router';
import type { WorkspaceSummary } from '@sellary/contracts';
import { filter } from 'rxjs';
import { AuthApi } from '../api/auth-api';
import { SessionStore } from '../auth/session-store';
import { BrandMark } from '../ui/brand-mark';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Notices } from '../ui/notices';
import { ROLE_TEXTS } from '../ui/role-texts';
import { ColorScheme, SCHEME_CHOICES, type Scheme } from '../ui/color-scheme';

interface PageLink {
  path: string;
  name: string;
  icon: IconName;
  exact: boolean;
}

/** The frame around every page except the console and the pages before sign-in. */
@Component({
  selector: 'app-shell',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    RouterOutlet,
    RouterLink,
    RouterLinkActive,
    MatButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    BrandMark,
    Icon,
  ],
  templateUrl: './shell.html',
  host: { class: 'block min-h-dvh' },
})
export class Shell {
  private readonly session = inject(SessionStore);
  private readonly notices = inject(Notices);
  private readonly colors = inject(ColorScheme);
  private readonly api = inject(AuthApi);
  private readonly document = inject(DOCUMENT);
  private readonly window = this.document.defaultView;
  private readonly injector = inject(Injector);
  private readonly page = viewChild.required<ElementRef<HTMLElement>>('page');

  protected readonly user = this.session.user;
  protected readonly workspace = this.session.workspace;
  protected readonly scheme = this.colors.scheme;
  protected readonly schemeIcon = computed<IconName>(
    () => SCHEME_CHOICES.find(({ value }) => value === this.scheme())?.icon ?? 'contrast',
  );
  protected readonly role = computed(() => ROLE_TEXTS[this.workspace()?.role ?? 'viewer'].name);
  protected readonly schemes = SCHEME_CHOICES;
  protected readonly links: readonly PageLink[] = [
    { path: '/', name: $localize`:@@shell.page.dashboard:Dashboard`, icon: 'home', exact: true },
    { path: '/shows', name: $localize`:@@shell.page.shows:Shows`, icon: 'live_tv', exact: false },
    { path: '/baskets', name: $localize`:@@shell.page.baskets:Baskets`, icon: 'shopping_bag', exact: false },
    { path: '/buyers', name: $localize`:@@shell.page.buyers:Buyers`, icon: 'group', exact: false },
    { path: '/reports', name: $localize`:@@shell.page.reports:Reports`, icon: 'bar_chart', exact: false },
    {
      path: '/connections',
      name: $localize`:@@shell.page.connections:Connections`,
      icon: 'hub',
      exact: false,
    },
    { path: '/settings', name: $localize`:@@shell.page.settings:Settings`, icon: 'settings', exact: false },
  ];
  /** Five links fit at the bottom of a phone screen. The other pages are in the account menu. */
  protected readonly phoneLinks = this.links.filter(
    ({ path }) => path !== '/settings' && path !== '/connections',
  );

  constructor() {
    const events = inject(Router).events.pipe(takeUntilDestroyed());
    events
      .pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe(() => afterNextRender(() => this.keepFocus(), { injector: this.injector }));
    events
      .pipe(filter((event) => event instanceof NavigationError))
      .subscribe(({ url }) => void this.recover(url));
  }

  /**
   * Opens a page whose code could not be loaded with a full page load, because browsers do not request the same
   * code again, and a newer version of the server may no longer have it. If the server does not respond, a
   * notice says so, and this page stays.
   */
  private async recover(url: string): Promise<void> {
    try {
      await this.api.me();
      this.window?.location.assign(url);
    } catch (failure) {
      this.notices.fail(failure);
    }
  }

  /**
   * Moves the focus to the new page if the control that opened it is gone, so that Tab does not start over.
   */
  private keepFocus(): void {
    const { activeElement, body } = this.document;
    if (activeElement === null || activeElement === body) {
      this.page().nativeElement.focus({ preventScroll: true });
    }
  }

  protected readonly workspaces = signal<readonly WorkspaceSummary[]>([]);

  protected choose(scheme: Scheme): void {
    this.colors.choose(scheme);
  }

  /** Loads the workspaces only when the menu opens, because most users have only one. */
  protected async readWorkspaces(): Promise<void> {
    try {
      this.workspaces.set((await this.api.me()).workspaces);
    } catch {
      // The menu works without them.
    }
  }

  /**
   * Opens the dashboard of another workspace with a full page load, because everything on this page belongs
   * to the old workspace.
   */
  protected async switchTo(workspace: WorkspaceSummary): Promise<void> {
    if (workspace.id === this.workspace()?.id) return;
    try {
      await this.api.switchTo(workspace.id);
      this.window?.location.assign('/');
    } catch (failure) {
      this.notices.fail(
        failure,
        $localize`:@@shell.switch.failed:You are still in ${this.workspace()?.name}:workspace:`,
      );
    }
  }

  protected async logout(): Promise<void> {
    try {
      await this.session.logout();
    } catch (failure) {
      this.notices.fail(failure, $localize`:@@shell.sign-out.failed:You are still signed in`);
    }
  }
}
