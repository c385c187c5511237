import { ChangeDetectionStrategy, Component, type Signal, input } from '@angular/core';
import { LoadFailed } from './load-failed';

/** Stands in for content that is not loaded: shows the failure or, while loading, the projected skeleton. */
@Component({
  selector: 'app-not-loaded',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LoadFailed],
  template: `
    @if (resource().error(); as failure) {
      <app-load-failed
        [class]="failedClass()"
        [heading]="failed()"
        [failure]="failure"
        (retry)="resource().reload()"
      />
    } @else {
      <div role="status" aria-busy="true" [attr.aria-label]="loading()" [class]="loadingClass()">
        <ng-content />
      </div>
    }
  `,
  host: { class: 'contents' },
})
export class NotLoaded {
  readonly resource = input.required<{ error: Signal<unknown>; reload: () => unknown }>();
  /** "The members could not be loaded" */
  readonly failed = input.required<string>();
  /** "Loading the members" */
  readonly loading = input.required<string>();
  readonly failedClass = input('');
  readonly loadingClass = input('');
}
