import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import type { Connection } from '@sellary/contracts';
import { DIALOG_PARTS } from '../ui/dialog-parts';

/** Asks before an account is disconnected. Closes with true to disconnect. */
@Component({
  selector: 'app-disconnect-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS],
  template: `
    <h2 mat-dialog-title i18n="@@connections.disconnect.heading">Disconnect {{ connection.displayName }}?</h2>
    <mat-dialog-content>
      <p i18n="@@connections.disconnect.text">
        Sellary will give up its access to this account. Shows that use it won’t receive new comments until
        you connect it again. All claims so far will be kept.
      </p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="true" i18n="@@connections.disconnect.confirm">
        Disconnect
      </button>
      <button
        matButton="filled"
        type="button"
        cdkFocusInitial
        [mat-dialog-close]="false"
        i18n="@@connections.disconnect.cancel"
      >
        Keep connected
      </button>
    </mat-dialog-actions>
  `,
})
export class DisconnectDialog {
  protected readonly connection = inject<Connection>(MAT_DIALOG_DATA);
}
