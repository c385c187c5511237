import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { ShowSources } from '../../../shows/show-sources';
import { DIALOG_PARTS } from '../../../ui/dialog-parts';
import type { SourceActs } from '../../acts/source-acts';
import type { ConsoleStore } from '../../state/console-store';
import { sourceStates } from './source-state';

/** Lists the sources with their states, and lets an operator add and remove sources, even during the show. */
@Component({
  selector: 'app-sources-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, ShowSources],
  template: `
    <h2 mat-dialog-title i18n="@@console.sources.title">Comment sources</h2>
    <mat-dialog-content>
      @if (show(); as current) {
        <app-show-sources
          [show]="current"
          [mayEdit]="data.store.isOperator()"
          [states]="states()"
          (added)="data.acts.add($event)"
          (removed)="data.acts.remove($event)"
        />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [mat-dialog-close]="undefined" i18n="@@console.sources.close">
        Close
      </button>
    </mat-dialog-actions>
  `,
})
export class SourcesDialog {
  protected readonly data = inject<{ store: ConsoleStore; acts: SourceActs }>(MAT_DIALOG_DATA);
  protected readonly show = computed(() => this.data.store.state()?.show);
  protected readonly states = computed(() =>
    sourceStates(this.show()?.sources ?? [], this.data.store.heartbeat(), this.data.store.health()),
  );
}
