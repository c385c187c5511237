import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ApiError } from '../api/api-error';
import type { Paged } from './paged';

/** The button below a paged list that loads the next page, and the reason if the page could not be loaded. */
@Component({
  selector: 'app-load-more',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton],
  template: `
    @if (list().hasMore()) {
      <div class="p-3 text-center print:hidden">
        <button matButton type="button" [disabled]="list().loadingMore()" (click)="list().loadMore()">
          @if (list().loadingMore()) {
            <ng-container i18n="@@ui.load-more.loading">Loading…</ng-container>
          } @else {
            {{ label() }}
          }
        </button>
        @if (failureText(); as text) {
          <p role="alert" class="text-meta text-bad">{{ text }}</p>
        }
      </div>
    }
  `,
  host: { class: 'block empty:hidden', '[class]': "bordered() ? 'border-t border-line' : ''" },
})
export class LoadMore {
  readonly list = input.required<Paged<unknown>>();
  readonly label = input.required<string>();
  readonly bordered = input(false, { transform: booleanAttribute });
  protected readonly failureText = computed(() => {
    const failure = this.list().loadMoreFailure();
    return failure === null ? null : ApiError.from(failure).message;
  });
}
