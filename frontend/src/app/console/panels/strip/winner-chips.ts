import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Claim } from '@sellary/contracts';
import { Handle } from '../../../ui/handle';
import { labels } from '../labels';

/**
 * An item's winners in order, as many as fit completely, and a button with the number of remaining winners.
 * Rows have a fixed height, so that the list clips only whole rows. The name of an only winner is truncated
 * before it is left out. If there is no room for a name, only the button is visible.
 */
@Component({
  selector: 'app-winner-chips',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Handle],
  template: `
    <ol
      #list
      class="flex max-h-6 flex-wrap gap-1.5 overflow-hidden lg:max-h-13.5"
      i18n-aria-label="@@console.now.winners"
      aria-label="Winners"
    >
      @for (claim of winners(); track claim.id; let index = $index) {
        <li
          class="inline-flex h-6 max-w-full items-center gap-1 rounded-md bg-good-ground px-1.5 text-good lg:max-w-60 @max-[8.5rem]:not-only:hidden @max-[5rem]:hidden"
        >
          <span class="text-meta tabular-nums opacity-80">{{ index + 1 }}</span><app-handle
            class="font-medium!"
            [buyer]="claim.buyer"
          />
        </li>
      }
    </ol>
    @if (more() > 0) {
      <button
        type="button"
        class="act finger min-h-7! flex-none px-1.5! tabular-nums"
        [attr.aria-label]="labels.moreWinners(more(), number())"
        (click)="opened.emit()"
      >
        +{{ more() }}
      </button>
    }
  `,
  host: { class: '@container flex items-center gap-1.5' },
})
export class WinnerChips {
  readonly winners = input.required<readonly Claim[]>();
  /** Total number of winners, including winners not in `winners`. */
  readonly total = input.required<number>();
  /** The item's number. */
  readonly number = input.required<string>();
  readonly opened = output();
  protected readonly labels = labels;
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly clipped = signal(0);
  protected readonly more = computed(() => this.total() - this.winners().length + this.clipped());

  constructor() {
    // The observer measures after the browser's layout; measuring here would force a layout for every claim.
    if (typeof IntersectionObserver === 'undefined') return;
    const hidden = new Set<Element>();
    let observer: IntersectionObserver | undefined;
    afterRenderEffect(() => {
      this.winners();
      const list = this.list().nativeElement;
      observer ??= new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) {
            if (isIntersecting || !target.isConnected) hidden.delete(target);
            else hidden.add(target);
          }
          this.clipped.set([...hidden].filter((chip) => chip.isConnected).length);
        },
        { root: list },
      );
      observer.disconnect();
      hidden.clear();
      for (const chip of list.children) observer.observe(chip);
    });
    inject(DestroyRef).onDestroy(() => observer?.disconnect());
  }
}
