import { Injectable, inject, signal } from '@angular/core';
import type { ExtensionActionInfo, ExtensionActionTarget } from '@sellary/contracts';
import { ExtensionsApi } from '../api/extensions-api';
import { SessionStore } from '../auth/session-store';

/** An action with the extension that offers it. */
export interface OfferedAction extends ExtensionActionInfo {
  extension: string;
}

/** Actions offered by the workspace's extensions, loaded when first needed. */
@Injectable({ providedIn: 'root' })
export class ActionStore {
  private readonly api = inject(ExtensionsApi);
  private readonly session = inject(SessionStore);
  private readonly actions = signal<readonly OfferedAction[]>([]);
  private loadedWorkspace: string | null = null;

  /** Actions on this type of object that the user may use. */
  actionsFor(targetType: ExtensionActionTarget): OfferedAction[] {
    return this.actions().filter(({ on, role }) => on === targetType && this.session.mayAct(role));
  }

  /** Loads the actions once per workspace. If the request fails, no actions are offered. */
  async load(): Promise<void> {
    const workspace = this.session.workspace()?.id ?? null;
    if (workspace === null || this.loadedWorkspace === workspace) return;
    this.loadedWorkspace = workspace;
    this.actions.set([]);
    try {
      const extensions = await this.api.list();
      if (this.loadedWorkspace !== workspace) return;
      this.actions.set(
        extensions
          .filter(({ enabled }) => enabled)
          .flatMap(({ name, actions }) => actions.map((action) => ({ ...action, extension: name }))),
      );
    } catch {
      this.loadedWorkspace = null;
    }
  }

  /** Makes the next `load` call read the actions again, because an extension was turned on or off. */
  forget(): void {
    this.loadedWorkspace = null;
  }
}
