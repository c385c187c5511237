import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Buyer, PersonAccount } from '@sellary/contracts';
import { BlockDialog } from '../blocks/block-dialog';
import { BLOCK_TEXTS } from '../blocks/block-texts';
import { BlockedBuyers } from '../blocks/blocked-buyers';
import { actorName } from '../ui/actor-name';
import { buyerName } from '../ui/buyer-name';
import { Handle } from '../ui/handle';
import { platformName } from '../ui/platform-names';
import { DayPipe } from '../ui/times';

/** A buyer's platform accounts, each with its block. */
@Component({
  selector: 'app-buyer-accounts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DayPipe, Handle],
  template: `
    <section class="card p-5 sm:px-6" aria-labelledby="accounts-heading">
      <h2 id="accounts-heading" class="text-base!" i18n="@@buyers.accounts.heading">Accounts</h2>
      <ul class="mt-2 divide-y divide-line">
        @for (account of accounts(); track account.buyer.id) {
          <li class="py-3">
            <div class="flex flex-wrap items-center gap-x-3 gap-y-2">
              <span class="min-w-0 flex-1">
                <app-handle [buyer]="account.buyer" />
                <span class="block text-meta wrap-anywhere text-soft" i18n="@@buyers.accounts.details"
                  >{{
                    platformName(account.buyer.platform) // i18n(ph="platform")
                  }}
                  · user ID
                  {{
                    account.buyer.platformUserId // i18n(ph="id")
                  }}
                  · since
                  {{
                    account.since | day // i18n(ph="date")
                  }}</span
                >
              </span>
              @if (account.block === null) {
                <button
                  type="button"
                  class="act act-quiet"
                  [attr.aria-label]="blockLabel(account.buyer)"
                  (click)="block(account.buyer)"
                  i18n="@@buyers.accounts.block"
                >
                  Block…
                </button>
              } @else {
                <button
                  type="button"
                  class="act"
                  [disabled]="busy()"
                  (click)="unblock(account)"
                  i18n="@@blocks.unblock"
                >
                  Unblock
                </button>
              }
            </div>
            @if (account.block; as block) {
              <p class="mt-2 rounded-lg bg-warn-ground px-3 py-2 text-warn">
                <span class="block font-medium"
                  ><span i18n="The buyer is blocked in the workspace@@shows.claim.blocked">Blocked</span>:
                  {{ effects[block.block] }}</span
                >
                <span class="block break-words">{{ block.reason }}</span>
                <span class="block text-meta" i18n="Who blocked a buyer, and when@@console.buyer.blocked-by">
                  by
                  {{
                    actorName(block.by)  // i18n(ph="operator")
                  }},
                  {{
                    block.at | day // i18n(ph="date")
                  }}
                </span>
              </p>
            }
          </li>
        }
      </ul>
    </section>
  `,
})
export class BuyerAccounts {
  private readonly blocks = inject(BlockedBuyers);
  private readonly dialog = inject(MatDialog);

  readonly accounts = input.required<readonly PersonAccount[]>();
  protected readonly busy = signal(false);
  protected readonly effects = BLOCK_TEXTS;
  protected readonly actorName = actorName;
  protected readonly platformName = platformName;

  protected blockLabel(buyer: Buyer): string {
    return $localize`:@@blocks.dialog.title:Block ${buyerName(buyer)}:buyer:`;
  }

  protected block(buyer: Buyer): void {
    this.dialog.open<BlockDialog, Buyer>(BlockDialog, { data: buyer, width: '30rem' });
  }

  protected async unblock({ buyer, block }: PersonAccount): Promise<void> {
    if (block === null) return;
    this.busy.set(true);
    await this.blocks.unblock({ buyer, ...block });
    this.busy.set(false);
  }
}
