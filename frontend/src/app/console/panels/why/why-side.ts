import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Buyer, ClaimWhy } from '@sellary/contracts';
import { Icon } from '../../../ui/icon';
import { clockWithTenths } from '../../../ui/times';
import { platformName } from '../../../ui/platform-names';
import { buyerName } from '../../../ui/buyer-name';
import { Drawer } from '../../state/drawer';
import { ruleSentence } from './rule-sentence';
import { timeText } from './time-text';

/**
 * One of the two claims that the panel compares: its comment, its times, and the item's state when the claim
 * was decided.
 */
@Component({
  selector: 'app-why-side',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <p class="flex items-center gap-1 text-meta text-soft">
      @if (won()) {
        <app-icon name="check_circle" class="size-4! text-good" />
      }
      {{ title() }}
    </p>
    <button
      type="button"
      class="max-w-full truncate rounded font-semibold hover:underline"
      (click)="drawer.open({ kind: 'buyer', id: buyer().id, buyer: buyer() }, 'drawer')"
    >
      {{ nameOf(buyer()) }}
    </button>
    <p class="text-meta text-soft">{{ platform() }}</p>
    <p class="mt-1.5 rounded-md bg-sunken px-2 py-1 break-words">{{ text() ?? noComment }}</p>
    <dl class="mt-2 grid grid-cols-[auto_1fr] gap-x-2 gap-y-0.5 text-meta">
      <dt class="text-soft" i18n="Time of a comment@@console.why.written">Written</dt>
      <dd class="whitespace-nowrap tabular-nums">{{ written() }}</dd>
      <dt class="text-soft" i18n="Time of a comment@@console.why.arrived">Arrived</dt>
      <dd class="whitespace-nowrap tabular-nums">{{ arrived() }}</dd>
      @if (fairTimeText(); as text) {
        <dt class="text-soft" i18n="Time by which claims are ordered@@console.why.counts-as">Counts as</dt>
        <dd class="tabular-nums">{{ text }}</dd>
      }
      @if (why().unitsLeft !== null) {
        <dt class="text-soft" i18n="Units of the item left at that time@@console.why.units-left">
          Units left
        </dt>
        <dd class="tabular-nums">{{ why().unitsLeft }}</dd>
      }
      <dt class="text-soft" i18n="Number of claims in line before this one@@console.why.ahead">Waiting</dt>
      <dd class="tabular-nums">{{ why().ahead }}</dd>
    </dl>
    <p class="mt-1.5 text-meta">{{ rule() }}</p>
  `,
  host: { class: 'block min-w-0 rounded-lg border border-line bg-surface p-2.5' },
})
export class WhySide {
  protected readonly drawer = inject(Drawer);
  protected readonly nameOf = buyerName;
  protected readonly noComment = $localize`:@@console.why.by-hand:No comment: awarded by hand`;
  readonly title = input.required<string>();
  readonly won = input(false);
  readonly buyer = input.required<Buyer>();
  readonly text = input.required<string | null>();
  readonly why = input.required<ClaimWhy>();
  protected readonly platform = computed(() => platformName(this.buyer().platform));
  protected readonly written = computed(() => clockWithTenths(this.why().claimTime));
  /** The fair time, and why it differs: "20:14:03.4 (seen 3.0 s later on Facebook)". */
  protected readonly fairTimeText = computed(() => {
    const { fairTime, claimTime } = this.why();
    if (fairTime === undefined) return null;
    const late = timeText(Date.parse(claimTime) - Date.parse(fairTime));
    return $localize`:@@console.why.seen-later:${clockWithTenths(fairTime)}:time: (seen ${late}:duration: later on ${this.platform()}:platform:)`;
  });
  protected readonly arrived = computed(() => clockWithTenths(this.why().arrival));
  protected readonly rule = computed(() => ruleSentence(this.why().rule));
}
