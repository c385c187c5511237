import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Buyer, ClaimWhy } from '@sellary/contracts';
import { Icon } from '../../ui/icon';
import { clockWithTenths } from '../../ui/times';
import { PLATFORM_NAMES } from '../../ui/words';
import { Drawer } from '../drawer/drawer';
import { ruleSentence } from './explain';

/** One of the two that are compared: what they wrote, when, and what stood at that moment. */
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
    <button type="button" class="max-w-full truncate rounded font-semibold hover:underline" (click)="openBuyer()">
      {{ buyer().hidden ? 'Hidden viewer' : buyer().handle }}
    </button>
    <p class="text-meta text-soft">{{ platform() }}</p>
    <p class="mt-1.5 rounded-md bg-sunken px-2 py-1 break-words">{{ text() ?? 'No comment: given by hand' }}</p>
    <dl class="mt-2 grid grid-cols-[auto_1fr] gap-x-2 gap-y-0.5 text-meta">
      <dt class="text-soft">Said</dt>
      <dd class="tabular-nums">{{ said() }}</dd>
      <dt class="text-soft">Arrived</dt>
      <dd class="tabular-nums">{{ arrived() }}</dd>
      @if (why().unitsLeft !== null) {
        <dt class="text-soft">Left then</dt>
        <dd class="tabular-nums">{{ why().unitsLeft }}</dd>
      }
      <dt class="text-soft">Ahead</dt>
      <dd class="tabular-nums">{{ why().ahead === 0 ? 'nobody' : why().ahead }}</dd>
    </dl>
    <p class="mt-1.5 text-meta">{{ rule() }}</p>
  `,
  host: { class: 'block min-w-0 rounded-lg border border-line bg-surface p-2.5' },
})
export class WhySide {
  private readonly drawer = inject(Drawer);
  readonly title = input.required<string>();
  readonly won = input(false);
  readonly buyer = input.required<Buyer>();
  readonly text = input.required<string | null>();
  readonly why = input.required<ClaimWhy>();
  protected readonly platform = computed(() => PLATFORM_NAMES[this.buyer().platform]);
  protected readonly said = computed(() => clockWithTenths(this.why().claimTime));
  protected readonly arrived = computed(() => clockWithTenths(this.why().arrival));
  protected readonly rule = computed(() => ruleSentence(this.why().rule));

  protected openBuyer(): void {
    const { id, handle } = this.buyer();
    this.drawer.open({ kind: 'buyer', id, handle }, 'drawer');
  }
}
