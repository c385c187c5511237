import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { ClockPipe } from '../../ui/times';
import { counted } from '../../ui/words';
import { ConsoleActs } from '../console-acts';
import { ConsoleStore } from '../console-store';

const HANDLES_SHOWN = 4;

/** What only a person can settle: numbers that no item has, comments that may be claims. */
@Component({
  selector: 'app-needs-you',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, EmptyState, Icon, ClockPipe],
  template: `
    @if (unmatched().length === 0 && reviews().length === 0) {
      <app-empty-state icon="check_circle" heading="Nothing needs you" text="Claims for unknown numbers and doubtful comments come here." />
    }
    @if (unmatched().length > 0) {
      <h3 class="px-3 pt-3 pb-1 text-meta font-medium text-soft">Claimed, but no such item</h3>
      <ul>
        @for (group of unmatched(); track group.number) {
          <li class="flex min-h-13 items-center gap-3 border-b border-line/60 px-3 py-1.5">
            <span class="w-14 flex-none truncate font-semibold tabular-nums">{{ group.number }}</span>
            <span class="min-w-0 flex-1">
              <span class="flex items-center gap-2"
                ><app-chip tone="warn" icon="search_off">{{ group.count }}</app-chip></span
              >
              <span class="block truncate text-meta text-soft">{{ group.handles }}</span>
              @if (acts.refusal('number-' + group.number); as text) {
                <span class="block text-meta text-bad" role="alert">{{ text }}</span>
              }
            </span>
            @if (store.isOperator()) {
              <button
                type="button"
                class="act"
                [disabled]="!store.mayAct() || acts.busy('number-' + group.number)"
                (click)="acts.addItem(group.number)"
              >
                <app-icon name="add" class="size-4!" />Add item
              </button>
            }
          </li>
        }
      </ul>
    }
    @if (reviews().length > 0) {
      <h3 class="px-3 pt-3 pb-1 text-meta font-medium text-soft">Perhaps claims: nothing was given out for these</h3>
      <ul>
        @for (comment of reviews(); track comment.id) {
          <li class="border-b border-line/60 px-3 py-2">
            <span class="flex items-center gap-2">
              <span class="min-w-0 flex-1 truncate font-semibold">{{ comment.buyer.hidden ? 'Hidden viewer' : comment.buyer.handle }}</span>
              <app-chip tone="ask" icon="help">Review</app-chip>
              <time class="text-meta text-soft tabular-nums">{{ comment.commentedAt | clock }}</time>
            </span>
            <p class="mt-0.5">{{ comment.text }}</p>
          </li>
        }
      </ul>
      <p class="px-3 py-3 text-meta text-soft">To grant one, open the item and award it to the handle.</p>
    }
  `,
  host: { class: 'block min-h-0 flex-1 overflow-y-auto', tabindex: '0', role: 'region', 'aria-label': 'Needs you' },
})
export class NeedsYou {
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly reviews = computed(() => [...(this.store.state()?.review.values() ?? [])].reverse());
  protected readonly unmatched = computed(() => {
    const state = this.store.state();
    if (!state) return [];
    return [...state.unmatched]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([number, ids]) => {
        const handles = ids.slice(0, HANDLES_SHOWN).flatMap((id) => state.claims.get(id)?.buyer.handle ?? []);
        const more = ids.length - handles.length;
        return { number, count: counted(ids.length, 'claim'), handles: handles.join(', ') + (more > 0 ? ` and ${more} more` : '') };
      });
  });
}
