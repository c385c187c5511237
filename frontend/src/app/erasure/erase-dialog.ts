import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import type { PlatformId } from '@sellary/contracts';
import { DIALOG_PARTS } from '../ui/dialog-parts';
import { platformName } from '../ui/platform-names';

export interface Viewer {
  platform: PlatformId;
  platformUserId: string;
}

/** Asks the user to type the id again, because an erasure cannot be undone. */
@Component({
  selector: 'app-erase-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS],
  template: `
    <h2 mat-dialog-title i18n="@@erasure.dialog.heading">Erase this viewer permanently?</h2>
    <mat-dialog-content>
      <p i18n="@@erasure.dialog.text">
        The data about user
        <strong class="wrap-anywhere text-ink">{{
          viewer.platformUserId // i18n(ph="id")
        }}</strong>
        ({{
          platform  // i18n(ph="platform")
        }}) will be removed from everything this workspace stores. It cannot be restored.
      </p>
      <label class="mt-4 block">
        <span class="mb-1.5 block text-meta" i18n="@@erasure.dialog.again">Type the user ID again</span>
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
      <button matButton type="button" [mat-dialog-close]="false" i18n="@@erasure.dialog.no">Cancel</button>
      <button
        matButton="filled"
        type="button"
        [disabled]="typed() !== viewer.platformUserId"
        [mat-dialog-close]="true"
        i18n="@@erasure.dialog.yes"
      >
        Erase permanently
      </button>
    </mat-dialog-actions>
  `,
})
export class EraseDialog {
  protected readonly viewer = inject<Viewer>(MAT_DIALOG_DATA);
  protected readonly platform = platformName(this.viewer.platform);
  protected readonly typed = signal('');
}
