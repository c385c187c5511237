import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { DIALOG_PARTS } from './dialog-parts';

/** Shows preselected text to a user whose browser does not let pages copy. */
@Component({
  selector: 'app-copy-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS],
  template: `
    <h2 mat-dialog-title i18n="@@ui.copy.heading">Copy this text</h2>
    <mat-dialog-content>
      <label class="block">
        <span class="mb-1.5 block" i18n="@@ui.copy.how"
          >This browser does not let pages copy text. Press Ctrl+C or ⌘C, or choose Copy from the menu.</span
        >
        <textarea #box class="field h-28! w-full text-ink" readonly cdkFocusInitial (focus)="box.select()">{{
          text
        }}</textarea>
      </label>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" type="button" [mat-dialog-close]="undefined" i18n="@@ui.copy.close">
        Close
      </button>
    </mat-dialog-actions>
  `,
})
export class CopyDialog {
  protected readonly text = inject<string>(MAT_DIALOG_DATA);
}
