import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, type MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { ActButton } from './act-button';
import { DIALOG_PARTS } from './dialog-parts';

export interface Question {
  heading: string;
  text: string;
  yes: string;
  no: string;
}

/**
 * Asks for confirmation before an act that is destructive or hard to undo. The safe button has the focus, so
 * that Enter changes nothing.
 */
@Component({
  selector: 'app-confirm-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, ActButton],
  template: `
    <h2 mat-dialog-title>{{ question.heading }}</h2>
    <mat-dialog-content>
      <p>{{ question.text }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button
        matButton
        type="button"
        #yes="appAct"
        [appAct]="false"
        [disabled]="yes.isUnavailable()"
        disabledInteractive
        [mat-dialog-close]="true"
      >
        {{ question.yes }}
      </button>
      <button matButton="filled" type="button" cdkFocusInitial [mat-dialog-close]="false">
        {{ question.no }}
      </button>
    </mat-dialog-actions>
  `,
})
class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}

/** @returns true if the user confirms, and false if the dialog is closed in any other way */
export async function askToConfirm(dialog: MatDialog, question: Question): Promise<boolean> {
  const dialogRef = dialog.open<ConfirmDialog, Question, boolean>(ConfirmDialog, {
    data: question,
    role: 'alertdialog',
    width: '28rem',
  });
  return (await firstValueFrom(dialogRef.afterClosed())) === true;
}
