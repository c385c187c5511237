import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import type { WorkspaceSummary } from '@sellary/contracts';
import { AuthApi } from '../api/auth-api';
import { SessionStore } from '../auth/session-store';
import { BrandMark } from '../ui/brand-mark';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Notices } from '../ui/notices';
import { ColorScheme, SCHEMES, type Scheme } from './color-scheme';

interface Place {
  path: string;
  name: string;
  icon: IconName;
  exact: boolean;
}

/** The frame around every page but the console, login and register. */
@Component({
  selector: 'app-shell',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterOutlet, RouterLink, RouterLinkActive, MatButton, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, BrandMark, Icon],
  templateUrl: './shell.html',
  host: { class: 'block min-h-dvh' },
})
export class Shell {
  private readonly session = inject(SessionStore);
  private readonly notices = inject(Notices);
  private readonly colors = inject(ColorScheme);
  private readonly api = inject(AuthApi);
  private readonly window = inject(DOCUMENT).defaultView;

  protected readonly user = this.session.user;
  protected readonly workspace = this.session.workspace;
  protected readonly scheme = this.colors.scheme;
  protected readonly schemeIcon = computed<IconName>(
    () => (({ system: 'contrast', light: 'light_mode', dark: 'dark_mode' }) as const)[this.scheme()],
  );
  protected readonly schemes: readonly { value: Scheme; name: string; icon: IconName }[] = [
    { value: SCHEMES[0], name: 'Like the device', icon: 'contrast' },
    { value: SCHEMES[1], name: 'Light', icon: 'light_mode' },
    { value: SCHEMES[2], name: 'Dark', icon: 'dark_mode' },
  ];
  protected readonly places: readonly Place[] = [
    { path: '/', name: 'Dashboard', icon: 'home', exact: true },
    { path: '/shows', name: 'Shows', icon: 'live_tv', exact: false },
    { path: '/connections', name: 'Connections', icon: 'hub', exact: false },
    { path: '/settings', name: 'Settings', icon: 'settings', exact: false },
  ];

  protected readonly workspaces = signal<readonly WorkspaceSummary[]>([]);

  protected choose(scheme: Scheme): void {
    this.colors.choose(scheme);
  }

  /** Read when the menu opens: most people have one workspace, and never ask. */
  protected async readWorkspaces(): Promise<void> {
    try {
      this.workspaces.set((await this.api.me()).workspaces);
    } catch {
      // The menu works without; where the server is away, the page says so itself.
    }
  }

  /** Everything on the page belongs to the workspace that is left: it starts over, at the front door. */
  protected async switchTo(workspace: WorkspaceSummary): Promise<void> {
    if (workspace.id === this.workspace()?.id) return;
    try {
      await this.api.switchTo(workspace.id);
      this.window?.location.assign('/');
    } catch (failure) {
      this.notices.fail(failure, `Still in ${this.workspace()?.name ?? 'the same workspace'}`);
    }
  }

  protected async logout(): Promise<void> {
    try {
      await this.session.logout();
    } catch (failure) {
      this.notices.fail(failure, 'You are still signed in');
    }
  }
}
