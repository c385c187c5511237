import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { formatNumber } from '../../../i18n/format-locale';
import { Icon } from '../../../ui/icon';
import { ConsoleStore } from '../../state/console-store';
import { duplicateCount } from '../../state/counts';
import { type ProofPart, type ProofPartName, proofOf } from '../../state/proof';

const PART_TEXTS = {
  won: (count: string) => $localize`:Number of comments@@console.proof.won:${count}:count: won`,
  waiting: (count: string) => $localize`:Number of comments@@console.proof.waiting:${count}:count: waiting`,
  pending: (count: string) => $localize`:Number of comments@@console.proof.pending:${count}:count: pending`,
  unmatched: (count: string) =>
    $localize`:Comments that claim a number without an item@@console.proof.unmatched:${count}:count: for unknown numbers`,
  review: (count: string) =>
    $localize`:Comments that need an operator's decision@@console.proof.review:${count}:count: to review`,
  passed: (count: string) =>
    $localize`:Comments that give up an item@@console.proof.passed:${count}:count: passed`,
  over_limit: (count: string) =>
    $localize`:Comments that asked for more units than the show allows@@console.proof.over-limit:${count}:count: over the limit`,
  blocked: (count: string) =>
    $localize`:Comments from blocked buyers@@console.proof.blocked:${count}:count: blocked`,
  refused: (count: string) => $localize`:Number of comments@@console.proof.refused:${count}:count: refused`,
  item_withdrawn: (count: string) =>
    $localize`:Comments that claimed an item after it was withdrawn@@console.proof.item-withdrawn:${count}:count: for withdrawn items`,
  not_counted: (count: string) =>
    $localize`:Number of comments@@console.proof.not-counted:${count}:count: not counted`,
  host: (count: string) => $localize`:Number of comments@@console.proof.host:${count}:count: by the host`,
  chatter: (count: string) =>
    $localize`:Comments that do not ask for an item@@console.proof.chatter:${count}:count: chatter`,
} satisfies Record<Exclude<ProofPartName, 'duplicate'>, (count: string) => string>;

/** Accounts for every comment that arrived. If the sum does not match, the difference is shown in red. */
@Component({
  selector: 'app-proof-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    @if (proof(); as proof) {
      <footer
        class="flex border-t border-line bg-surface px-3 text-meta whitespace-nowrap text-soft tabular-nums"
        i18n-aria-label="@@console.proof.label"
        aria-label="Breakdown of all comments"
      >
        <!-- Lines break only between parts, because half a number would be wrong. Small screens begin with the result. -->
        <p
          class="my-1.5 flex max-h-12 min-w-0 [@media(height<34rem)]:max-h-4 flex-wrap gap-x-1.5 overflow-y-auto"
          tabindex="0"
          role="group"
          i18n-aria-label="@@console.proof.parts"
          aria-label="Comments by outcome"
          i18n-title="@@console.proof.meaning"
          title="What each comment led to when it was decided. A later release or award does not change it."
        >
          <span class="font-semibold text-ink"
            ><ng-container
              i18n="Number of comments that arrived@@console.proof.comments"
              >{proof.comments, plural,
                =1 {1 comment in}
                other {{{ formatNumber(proof.comments) }} comments in}
              }</ng-container
            ><span
              aria-hidden="true"
              class="font-normal text-soft"
              [class]="proof.parts.length > 0 ? '' : 'max-lg:hidden'"
              >{{ proof.parts.length > 0 ? ' =' : ' ·' }}</span
            ></span
          >
          @for (part of proof.parts; track part.name; let last = $last) {
            <span
              >{{ textOf(part)
              }}<span aria-hidden="true" [class.max-lg:hidden]="last && proof.earlier === 0"> ·</span></span
            >
          }
          @if (proof.earlier > 0) {
            <span
              ><ng-container i18n="Older comments that are still loading@@console.proof.earlier"
                >{{ formatNumber(proof.earlier) }} earlier, still loading</ng-container
              ><span aria-hidden="true" class="max-lg:hidden"> ·</span></span
            >
          }
          @if (proof.unaccounted === 0) {
            <span class="inline-flex items-center gap-1 font-semibold text-good max-lg:order-first"
              ><span i18n="@@console.proof.all-accounted">0 unaccounted for</span
              ><app-icon name="check" class="size-4!"
            /></span>
          } @else {
            <span
              class="inline-flex items-center gap-1 font-semibold text-bad max-lg:order-first"
              role="alert"
              ><app-icon name="error" class="size-4!" /><span i18n="@@console.proof.unaccounted"
                >{{ formatNumber(proof.unaccounted) }} unaccounted for</span
              ></span
            >
          }
        </p>
      </footer>
    }
  `,
  host: { class: 'block flex-none' },
})
export class ProofLine {
  protected readonly formatNumber = formatNumber;
  private readonly store = inject(ConsoleStore);
  protected readonly proof = computed(() => {
    const state = this.store.state();
    return state && proofOf(state);
  });

  protected textOf({ name, count }: ProofPart): string {
    return name === 'duplicate' ? duplicateCount(count) : PART_TEXTS[name](formatNumber(count));
  }
}
