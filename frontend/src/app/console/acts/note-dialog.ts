import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';

/** One line that the host reads from the tablet on set. */
@Component({
  selector: 'app-note-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatDialogTitle, MatDialogContent, MatDialogActions, MatDialogClose, MatButton],
  template: `
    <form (submit)="$event.preventDefault(); dialog.close(note().trim())">
      <h2 mat-dialog-title>Note to the host</h2>
      <mat-dialog-content>
        <label class="block">
          <span class="mb-1.5 block">Stands on the host view while this console is open.</span>
          <input
            #box
            cdkFocusInitial
            class="field w-full text-ink"
            placeholder="Thank @bella, then 105"
            autocomplete="off"
            maxlength="200"
            [value]="note()"
            (input)="note.set(box.value)"
          />
        </label>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>Cancel</button>
        @if (before) {
          <button matButton type="button" (click)="dialog.close('')">Take it down</button>
        }
        <button matButton="filled" type="submit">Show it</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class NoteDialog {
  protected readonly dialog = inject<MatDialogRef<NoteDialog, string>>(MatDialogRef);
  protected readonly before = inject<string>(MAT_DIALOG_DATA);
  protected readonly note = signal(this.before);
}
