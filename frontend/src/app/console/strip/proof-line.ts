import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from '../../ui/icon';
import { ConsoleStore } from '../state/console-store';

/** Every comment that came in, by what became of it. If the sum does not add up it says so, in red. */
@Component({
  selector: 'app-proof-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    @if (store.proof(); as proof) {
      <footer
        class="flex h-7 items-center border-t border-line bg-surface px-3 text-meta whitespace-nowrap text-soft tabular-nums"
        aria-label="Account of all comments"
      >
        <p
          class="flex min-w-0 items-center gap-x-1.5 overflow-x-auto mask-r-from-[calc(100%-1rem)] pr-4"
          tabindex="0"
          role="group"
          aria-label="Comments by what became of them"
        >
          <span class="font-semibold text-ink"
            >{{ proof.comments.toLocaleString('en') }} {{ proof.comments === 1 ? 'comment' : 'comments' }} in</span
          >
          @for (part of proof.parts; track part.name; let first = $first) {
            <span aria-hidden="true">{{ first ? '=' : '·' }}</span><span>{{ part.count.toLocaleString('en') }} {{ part.name }}</span>
          }
          @if (proof.earlier > 0) {
            <span aria-hidden="true">·</span><span>{{ proof.earlier.toLocaleString('en') }} earlier, being counted</span>
          }
        </p>
        <span aria-hidden="true" class="-ml-1.5 flex-none pr-1.5">·</span>
        @if (proof.unaccounted === 0) {
          <span class="inline-flex flex-none items-center gap-1 font-semibold text-good"
            >0 unaccounted<app-icon name="check" class="size-4!"
          /></span>
        } @else {
          <span class="inline-flex flex-none items-center gap-1 font-semibold text-bad" role="alert"
            ><app-icon name="error" class="size-4!" />{{ proof.unaccounted.toLocaleString('en') }} unaccounted</span
          >
        }
      </footer>
    }
  `,
  host: { class: 'block flex-none' },
})
export class ProofLine {
  protected readonly store = inject(ConsoleStore);
}
