import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import type { ShowStats } from '@sellary/contracts';
import { formatNumber } from '../i18n/format-locale';
import { ActButton } from '../ui/act-button';
import { DIALOG_PARTS } from '../ui/dialog-parts';
import { MisclickGuard } from '../ui/misclick-guard';

export type OpenCounts = Pick<ShowStats, 'review' | 'unmatched' | 'waitlisted'>;

/**
 * Asks for confirmation before a show ends, because an ended show cannot start again. The focus is on Keep
 * selling, so Enter does not end the show.
 */
@Component({
  selector: 'app-end-show-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, ActButton, MisclickGuard],
  template: `
    <h2 mat-dialog-title i18n="@@shows.end.heading">End the show?</h2>
    <mat-dialog-content>
      <p i18n="@@shows.end.text">
        Viewers will no longer be able to claim, and you can't start the show again. Buyers will keep the
        units that they won.
      </p>
      @if (counts.review + counts.unmatched + counts.waitlisted > 0) {
        <p class="mt-3" i18n="@@shows.end.open">Still open:</p>
        <ul class="list-disc pl-5">
          @if (counts.review > 0) {
            <li>
              <ng-container i18n="@@shows.end.reviews">{counts.review, plural,
                =1 {1 comment to review}
                other {{{ number(counts.review) }} comments to review}
              }</ng-container>
            </li>
          }
          @if (counts.unmatched > 0) {
            <li>
              <ng-container i18n="@@shows.end.unmatched">{counts.unmatched, plural,
                =1 {1 claim for an unknown item number}
                other {{{ number(counts.unmatched) }} claims for unknown item numbers}
              }</ng-container>
            </li>
          }
          @if (counts.waitlisted > 0) {
            <li>
              <ng-container i18n="@@shows.end.waitlisted">{counts.waitlisted, plural,
                =1 {1 claim on a waitlist}
                other {{{ number(counts.waitlisted) }} claims on waitlists}
              }</ng-container>
            </li>
          }
        </ul>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button
        matButton
        type="button"
        #end="appAct"
        [appAct]="false"
        [disabled]="end.isUnavailable()"
        disabledInteractive
        appMisclickGuard="stop"
        [mat-dialog-close]="true"
        i18n="@@shows.end.confirm"
      >
        End show
      </button>
      <button
        matButton="filled"
        type="button"
        cdkFocusInitial
        [mat-dialog-close]="false"
        i18n="@@shows.end.cancel"
      >
        Keep selling
      </button>
    </mat-dialog-actions>
  `,
})
export class EndShowDialog {
  protected readonly counts = inject<OpenCounts>(MAT_DIALOG_DATA);
  protected readonly number = formatNumber;
}
