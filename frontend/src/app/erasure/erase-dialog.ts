import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { BuyerPlatform } from '@sellary/contracts';
import { PLATFORM_NAMES } from '../ui/words';

export interface Viewer {
  platform: BuyerPlatform;
  platformUserId: string;
}

/** Typing the id again is the confirmation: an erasure has no undo. */
@Component({
  selector: 'app-erase-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatDialogTitle, MatDialogContent, MatDialogActions, MatDialogClose, MatButton],
  template: `
    <h2 mat-dialog-title>Erase this viewer for good?</h2>
    <mat-dialog-content>
      <p>
        {{ platform }} user <strong class="wrap-anywhere text-ink">{{ viewer.platformUserId }}</strong> is taken out of everything this
        workspace keeps. Nobody can bring it back.
      </p>
      <label class="mt-4 block">
        <span class="mb-1.5 block text-meta">Type the id again</span>
        <input
          #again
          class="field w-full"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          cdkFocusInitial
          (input)="typed.set(again.value.trim())"
        />
      </label>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="false">Keep</button>
      <button matButton="filled" type="button" [disabled]="typed() !== viewer.platformUserId" [mat-dialog-close]="true">
        Erase for good
      </button>
    </mat-dialog-actions>
  `,
})
export class EraseDialog {
  protected readonly viewer = inject<Viewer>(MAT_DIALOG_DATA);
  protected readonly platform = PLATFORM_NAMES[this.viewer.platform];
  protected readonly typed = signal('');
}
