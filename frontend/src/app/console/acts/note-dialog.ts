import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { DIALOG_PARTS } from '../../ui/dialog-parts';

/** Edits the note that the host view shows. */
@Component({
  selector: 'app-note-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS],
  template: `
    <form (submit)="$event.preventDefault(); dialog.close(note().trim())">
      <h2 mat-dialog-title i18n="@@console.host-note.title">Note to the host</h2>
      <mat-dialog-content>
        <label class="block">
          <span class="mb-1.5 block" i18n="@@console.host-note.field"
            >The host view shows this note while your console is open.</span
          >
          <input
            #box
            cdkFocusInitial
            class="field w-full text-ink"
            i18n-placeholder="Example note to the host@@console.host-note.example"
            placeholder="Thank @bella, then show 105"
            autocomplete="off"
            maxlength="200"
            [value]="note()"
            (input)="note.set(box.value)"
          />
        </label>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="undefined" i18n="@@console.host-note.cancel">
          Cancel
        </button>
        @if (currentNote) {
          <button matButton type="button" (click)="dialog.close('')" i18n="@@console.host-note.remove">
            Remove note
          </button>
        }
        <button matButton="filled" type="submit" i18n="@@console.host-note.show">Show note</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class NoteDialog {
  protected readonly dialog = inject<MatDialogRef<NoteDialog, string>>(MatDialogRef);
  protected readonly currentNote = inject<string>(MAT_DIALOG_DATA);
  protected readonly note = signal(this.currentNote);
}
