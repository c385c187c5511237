import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { Connection } from '@sellary/contracts';

@Component({
  selector: 'app-disconnect-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatDialogTitle, MatDialogContent, MatDialogActions, MatDialogClose, MatButton],
  template: `
    <h2 mat-dialog-title>Disconnect {{ connection.displayName }}?</h2>
    <mat-dialog-content>
      <p>
        We give our access back to the platform and forget it. A show that is live on this account hears no new comments until it is
        connected again; what was claimed stays.
      </p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="true">Disconnect</button>
      <button matButton="filled" type="button" cdkFocusInitial [mat-dialog-close]="false">Keep it</button>
    </mat-dialog-actions>
  `,
})
export class DisconnectDialog {
  protected readonly connection = inject<Connection>(MAT_DIALOG_DATA);
}
