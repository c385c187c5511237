import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { ExtensionActionTarget } from '@sellary/contracts';
import { ExtensionsApi } from '../api/extensions-api';
import { ActButton } from '../ui/act-button';
import { askToConfirm } from '../ui/confirm-dialog';
import { Notices } from '../ui/notices';
import { OneAtATime } from '../ui/one-at-a-time';
import { ActionStore, type OfferedAction } from './action-store';

/** Buttons for the actions that extensions offer on a claim, a buyer, or a show. Empty if there are none. */
@Component({
  selector: 'app-extension-actions',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ActButton],
  template: `
    @if (actions().length > 0) {
      <div
        role="group"
        class="flex flex-wrap gap-2"
        i18n-aria-label="Actions that extensions add@@extensions.actions.label"
        aria-label="Extension actions"
      >
        @for (action of actions(); track action.extension + '/' + action.id) {
          <button
            type="button"
            class="act"
            [title]="action.extension"
            [appAct]="work.busy()"
            (click)="run(action)"
          >
            {{ action.label }}
          </button>
        }
      </div>
    }
  `,
})
export class ActionButtons {
  private readonly store = inject(ActionStore);
  private readonly api = inject(ExtensionsApi);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  readonly targetType = input.required<ExtensionActionTarget>();
  readonly targetId = input.required<string>();
  protected readonly actions = computed(() => this.store.actionsFor(this.targetType()));
  protected readonly work = new OneAtATime();

  constructor() {
    void this.store.load();
  }

  protected async run(action: OfferedAction): Promise<void> {
    const { extension, id, label } = action;
    const targetId = this.targetId();
    if (!(await this.confirmRun(action))) return;
    await this.work.run(
      async () => {
        const { message } = await this.api.runAction(extension, id, targetId);
        this.notices.show(
          message ?? $localize`:An extension's action@@extensions.action.done:${label}:action:: done`,
        );
      },
      (error) => this.notices.fail(error, label),
    );
  }

  private confirmRun({ label, confirm }: OfferedAction): Promise<boolean> {
    if (confirm === null) return Promise.resolve(true);
    return askToConfirm(this.dialog, {
      heading: label,
      text: confirm,
      yes: label,
      no: $localize`:@@extensions.action.cancel:Cancel`,
    });
  }
}
