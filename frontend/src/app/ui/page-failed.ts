import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { ApiError } from '../api/api-error';
import { LoadFailed } from './load-failed';

/** A page that could not be loaded. The projected content is shown if the page does not exist. */
@Component({
  selector: 'app-page-failed',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LoadFailed],
  template: `
    <h1 class="sr-only">{{ page() }}</h1>
    <div class="card mt-6">
      <app-load-failed
        [heading]="isMissing() ? missingHeading() : heading()"
        [failure]="failure()"
        (retry)="retry.emit()"
      >
        @if (isMissing()) {
          <ng-content />
        }
      </app-load-failed>
    </div>
  `,
})
export class PageFailed {
  /** Heading of the page, for screen readers. */
  readonly page = input.required<string>();
  readonly heading = input.required<string>();
  /** The heading if there is nothing at this address. */
  readonly missingHeading = input.required<string>();
  readonly failure = input.required<unknown>();
  readonly retry = output();
  protected readonly isMissing = computed(() => ApiError.from(this.failure()).code === 'NOT_FOUND');
}
