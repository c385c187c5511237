import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ApiError } from '../api/api-error';
import { EmptyState } from './empty-state';

/** Reports that something could not be loaded, with a button to try again. */
@Component({
  selector: 'app-load-failed',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, MatButton],
  template: `
    <app-empty-state icon="cloud_off" [heading]="heading()" [text]="message()">
      <button matButton="filled" (click)="retry.emit()" i18n="@@ui.load-failed.retry">Try again</button>
      <ng-content />
    </app-empty-state>
  `,
  host: { role: 'alert', class: 'block' },
})
export class LoadFailed {
  readonly heading = input.required<string>();
  readonly failure = input.required<unknown>();
  readonly retry = output();
  protected readonly message = computed(() => ApiError.from(this.failure()).message);
}
