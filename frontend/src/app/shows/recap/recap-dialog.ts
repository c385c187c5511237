import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { ReportsApi } from '../../api/reports-api';
import { formatNumber } from '../../i18n/format-locale';
import { DIALOG_PARTS } from '../../ui/dialog-parts';
import { NotLoaded } from '../../ui/not-loaded';
import { moneyText } from '../../ui/money';
import { Recap } from './recap';

/** Recap of a show that has ended, with its main figures and a link to the summary. */
@Component({
  selector: 'app-recap-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, RouterLink, NotLoaded, Recap],
  template: `
    <h2 mat-dialog-title i18n="@@summary.recap.ended">The show has ended</h2>
    <mat-dialog-content>
      @if (summary.hasValue()) {
        @let totals = summary.value().totals;
        <p class="mb-5 text-ink">
          @if (money(totals.amountWon, summary.value().show.currency); as sales) {
            <span class="font-semibold whitespace-nowrap tabular-nums">{{ sales }}</span>&nbsp;·
          }
          <span class="whitespace-nowrap" i18n="@@summary.recap.units">{totals.unitsClaimed, plural,
            =1 {1 unit won}
            other {{{ number(totals.unitsClaimed) }} units won}
          }</span
          >&nbsp;·
          <span class="whitespace-nowrap" i18n="@@summary.recap.buyers">{totals.uniqueBuyers, plural,
            =1 {1 buyer}
            other {{{ number(totals.uniqueBuyers) }} buyers}
          }</span
          >&nbsp;·
          <span class="whitespace-nowrap" i18n="@@summary.recap.comments">{totals.comments, plural,
            =1 {1 comment}
            other {{{ number(totals.comments) }} comments}
          }</span>
        </p>
        <app-recap class="text-ink" [narrow]="true" [summary]="summary.value()" />
      } @else {
        <app-not-loaded
          [resource]="summary"
          i18n-failed="@@summary.recap.load-failed"
          failed="The recap could not be loaded"
          i18n-loading="@@summary.recap.loading"
          loading="Loading the recap"
          loadingClass="grid gap-4"
        >
          <span class="skeleton h-5 w-64"></span><span class="skeleton h-14"></span
          ><span class="skeleton h-14"></span><span class="skeleton h-14"></span>
        </app-not-loaded>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="undefined" i18n="@@summary.recap.stay">
        Stay here
      </button>
      <a
        matButton="filled"
        cdkFocusInitial
        [routerLink]="['/shows', showId, 'summary']"
        [mat-dialog-close]="undefined"
        i18n="@@summary.recap.open-summary"
        >Open summary</a
      >
    </mat-dialog-actions>
  `,
})
export class RecapDialog {
  private readonly api = inject(ReportsApi);
  protected readonly showId = inject<string>(MAT_DIALOG_DATA);
  protected readonly summary = resource({ loader: () => this.api.summary(this.showId) });
  protected readonly number = formatNumber;
  protected readonly money = moneyText;
}
