import { ChangeDetectionStrategy, Component, type Signal, computed, input } from '@angular/core';
import { ApiError } from '../api/api-error';
import { LoadFailed } from './load-failed';

/**
 * Stands in for a page that is not loaded. Of the projected content, the link is shown if the page does not
 * exist, and the skeleton while the page loads.
 */
@Component({
  selector: 'app-page-not-loaded',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LoadFailed],
  template: `
    @if (resource().error(); as failure) {
      <h1 class="sr-only">{{ page() }}</h1>
      <div class="card mt-6">
        <app-load-failed
          [heading]="isMissing() ? missing() : failed()"
          [failure]="failure"
          (retry)="resource().reload()"
        >
          @if (isMissing()) {
            <ng-content select="a" />
          }
        </app-load-failed>
      </div>
    } @else {
      <div role="status" aria-busy="true" [attr.aria-label]="loading()" [class]="loadingClass()">
        <ng-content />
      </div>
    }
  `,
  host: { class: 'contents' },
})
export class PageNotLoaded {
  readonly resource = input.required<{ error: Signal<unknown>; reload: () => unknown }>();
  /** Heading of the page, for screen readers. */
  readonly page = input.required<string>();
  /** "This show could not be loaded" */
  readonly failed = input.required<string>();
  /** "Show not found", if there is nothing at this address. */
  readonly missing = input.required<string>();
  /** "Loading the show" */
  readonly loading = input.required<string>();
  readonly loadingClass = input.required<string>();
  protected readonly isMissing = computed(() => ApiError.from(this.resource().error()).code === 'NOT_FOUND');
}
