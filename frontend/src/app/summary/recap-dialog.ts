import { ChangeDetectionStrategy, Component, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { ReportsApi } from '../api/reports-api';
import { LoadFailed } from '../ui/load-failed';
import { counted } from '../ui/words';
import { Recap } from './recap';

/** The moment after a show: what it came to in one glance, and where the rest of it is. */
@Component({
  selector: 'app-recap-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatDialogTitle, MatDialogContent, MatDialogActions, MatDialogClose, MatButton, RouterLink, LoadFailed, Recap],
  template: `
    <h2 mat-dialog-title>The show has ended</h2>
    <mat-dialog-content>
      @if (summary.hasValue()) {
        @let totals = summary.value().totals;
        <p class="mb-5 text-ink">
          {{ counted(totals.unitsClaimed, 'unit') }} won by {{ counted(totals.uniqueBuyers, 'buyer') }}, out of
          {{ counted(totals.comments, 'comment') }}.
        </p>
        <app-recap class="text-ink" [narrow]="true" [of]="summary.value()" />
      } @else if (summary.error()) {
        <app-load-failed heading="The recap could not be read" [failure]="summary.error()" (retry)="summary.reload()" />
      } @else {
        <div class="grid gap-4" role="status" aria-busy="true" aria-label="Loading the recap">
          <span class="skeleton h-5 w-64"></span><span class="skeleton h-14"></span><span class="skeleton h-14"></span
          ><span class="skeleton h-14"></span>
        </div>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>Stay here</button>
      <a matButton="filled" cdkFocusInitial [routerLink]="['/shows', showId, 'summary']" mat-dialog-close>Open the summary</a>
    </mat-dialog-actions>
  `,
})
export class RecapDialog {
  private readonly api = inject(ReportsApi);
  protected readonly showId = inject<string>(MAT_DIALOG_DATA);
  protected readonly summary = resource({ loader: () => this.api.summary(this.showId) });
  protected readonly counted = counted;
}
