import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { ShowStats } from '@sellary/contracts';
import { Steady } from '../ui/steady';
import { counted } from '../ui/words';

export type StopQuestion = Pick<ShowStats, 'review' | 'unmatched' | 'waitlisted'>;

/** Ending a show cannot be taken back: the focus is on going on, and Enter goes on. */
@Component({
  selector: 'app-stop-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatDialogTitle, MatDialogContent, MatDialogActions, MatDialogClose, MatButton, Steady],
  template: `
    <h2 mat-dialog-title>End the show?</h2>
    <mat-dialog-content>
      <p>Viewers can no longer claim, and an ended show cannot be started again. What was won stays won.</p>
      @if (open.length) {
        <p class="mt-3">Still open: {{ open.join(' and ') }}.</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" appSteady="stop" [mat-dialog-close]="true">End show</button>
      <button matButton="filled" type="button" cdkFocusInitial [mat-dialog-close]="false">Keep selling</button>
    </mat-dialog-actions>
  `,
})
export class StopDialog {
  private readonly question = inject<StopQuestion>(MAT_DIALOG_DATA);
  protected readonly open = [
    ...(this.question.review > 0 ? [counted(this.question.review, 'review')] : []),
    ...(this.question.unmatched > 0 ? [counted(this.question.unmatched, 'claim for an unknown number', 'claims for unknown numbers')] : []),
    ...(this.question.waitlisted > 0 ? [`${counted(this.question.waitlisted, 'person', 'people')} waiting`] : []),
  ];
}
