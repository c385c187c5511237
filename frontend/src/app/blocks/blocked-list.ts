import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { BlockedBuyer, Buyer } from '@sellary/contracts';
import { SessionStore } from '../auth/session-store';
import { actorName } from '../ui/actor-name';
import { buyerName } from '../ui/buyer-name';
import { EmptyState } from '../ui/empty-state';
import { NotLoaded } from '../ui/not-loaded';
import { platformName } from '../ui/platform-names';
import { DayPipe } from '../ui/times';
import { BlockDialog } from './block-dialog';
import { BLOCK_TEXTS } from './block-texts';
import { BlockedBuyers } from './blocked-buyers';

/** Page with the workspace's blocked buyers. */
@Component({
  selector: 'app-blocked-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, NotLoaded, DayPipe],
  template: `
    <section class="card max-w-3xl" aria-labelledby="blocked-heading">
      <div class="p-5 sm:px-6">
        <h2 id="blocked-heading" class="text-base!" i18n="@@blocks.heading">Blocked buyers</h2>
        <p class="mt-0.5 text-soft" i18n="@@blocks.lead">
          A block applies to all shows in this workspace. To block a buyer, open the buyer in the live console
          or on the Buyers page.
        </p>
      </div>
      @if (!mayRead()) {
        <app-empty-state
          icon="block"
          i18n-heading="@@blocks.forbidden.heading"
          heading="Only operators can see the blocked buyers"
          i18n-text="@@blocks.forbidden.text"
          text="Ask an admin or owner to give you that role."
        />
      } @else if (blocks.all(); as all) {
        @if (all.length > 0) {
          <ul
            class="divide-y divide-line border-t border-line"
            i18n-aria-label="@@blocks.heading"
            aria-label="Blocked buyers"
          >
            @for (blocked of all; track blocked.buyer.id) {
              <li class="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 py-3 sm:flex-nowrap sm:px-6">
                <span class="min-w-0 flex-1 basis-full sm:basis-auto">
                  <span class="block truncate font-semibold"
                    >{{ nameOf(blocked.buyer) }}
                    <span class="font-normal text-soft">{{
                      platformName(blocked.buyer.platform)
                    }}</span></span
                  >
                  <span class="block break-words">{{ texts[blocked.block] }} · {{ blocked.reason }}</span>
                  <span class="block text-meta text-soft" i18n="Who blocked a buyer, and when@@blocks.by"
                    >by
                    {{
                      actorName(blocked.by)  // i18n(ph="operator")
                    }},
                    {{
                      blocked.at | day // i18n(ph="date")
                    }}</span
                  >
                </span>
                <button
                  type="button"
                  class="act act-quiet"
                  [attr.aria-label]="changeLabel(blocked.buyer)"
                  (click)="change(blocked.buyer)"
                  i18n="@@blocks.change"
                >
                  Change
                </button>
                <button
                  type="button"
                  class="act"
                  [disabled]="busy()"
                  [attr.aria-label]="unblockLabel(blocked.buyer)"
                  (click)="unblock(blocked)"
                  i18n="@@blocks.unblock"
                >
                  Unblock
                </button>
              </li>
            }
          </ul>
        } @else {
          <app-empty-state
            icon="block"
            i18n-heading="@@blocks.empty.heading"
            heading="No blocked buyers"
            i18n-text="@@blocks.empty.text"
            text="Blocked buyers appear here, with the reason."
          />
        }
      } @else {
        <app-not-loaded
          [resource]="resource"
          i18n-failed="@@blocks.failed"
          failed="The blocked buyers could not be loaded"
          i18n-loading="@@blocks.loading"
          loading="Loading the blocked buyers"
          loadingClass="flex flex-col gap-3 border-t border-line p-5 sm:px-6"
        >
          <span class="skeleton h-10"></span><span class="skeleton h-10 w-2/3"></span>
        </app-not-loaded>
      }
    </section>
  `,
})
export class BlockedList {
  protected readonly blocks = inject(BlockedBuyers);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(SessionStore);
  protected readonly texts = BLOCK_TEXTS;
  protected readonly nameOf = buyerName;
  protected readonly platformName = platformName;
  protected readonly actorName = actorName;
  /** The blocks in the form that `app-not-loaded` reads. */
  protected readonly resource = { error: this.blocks.failure, reload: () => this.blocks.load() };
  protected readonly busy = signal(false);

  constructor() {
    void this.blocks.load();
  }

  protected mayRead(): boolean {
    return this.session.mayAct('operator');
  }

  protected changeLabel(buyer: Buyer): string {
    return $localize`:@@blocks.change-label:Change the block on ${buyerName(buyer)}:buyer:`;
  }

  protected unblockLabel(buyer: Buyer): string {
    return $localize`:@@blocks.unblock-label:Unblock ${buyerName(buyer)}:buyer:`;
  }

  protected change(buyer: Buyer): void {
    this.dialog.open<BlockDialog, Buyer>(BlockDialog, { data: buyer, width: '30rem' });
  }

  protected async unblock(blocked: BlockedBuyer): Promise<void> {
    this.busy.set(true);
    await this.blocks.unblock(blocked);
    this.busy.set(false);
  }
}
