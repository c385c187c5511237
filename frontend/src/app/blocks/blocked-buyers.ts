import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { BlockBuyerRequest, BlockedBuyer, Buyer } from '@sellary/contracts';
import { BlocksApi } from '../api/blocks-api';
import { SessionStore } from '../auth/session-store';
import { buyerName } from '../ui/buyer-name';
import { Notices } from '../ui/notices';

/** The workspace's blocked buyers, newest block first. */
@Injectable({ providedIn: 'root' })
export class BlockedBuyers {
  private readonly api = inject(BlocksApi);
  private readonly session = inject(SessionStore);
  private readonly notices = inject(Notices);
  /** Belongs to one workspace, so it starts over when another user signs in. */
  private readonly list = linkedSignal<string | undefined, readonly BlockedBuyer[] | null>({
    source: () => this.session.workspace()?.id,
    computation: () => null,
  });
  readonly failure = signal<unknown>(null);
  private lastLoad = 0;
  /** Number of times that the user has set, changed, or ended a block since the page was loaded. */
  readonly changeCount = signal(0);
  /** Null until the blocks are loaded. */
  readonly all = this.list.asReadonly();
  private readonly byBuyer = computed(
    () => new Map((this.list() ?? []).map((blocked) => [blocked.buyer.id, blocked])),
  );

  /** Returns a buyer's block, or null if there is none or the blocks are not loaded. */
  blockOf(buyerId: string): BlockedBuyer | null {
    return this.byBuyer().get(buyerId) ?? null;
  }

  async load(): Promise<void> {
    const workspaceId = this.session.workspace()?.id;
    if (workspaceId === undefined || !this.session.mayAct('operator')) return;
    this.failure.set(null);
    // A slow response must not replace the response to a later request.
    const load = ++this.lastLoad;
    const changes = this.changeCount();
    try {
      const all = await this.api.list(workspaceId);
      if (load !== this.lastLoad || workspaceId !== this.session.workspace()?.id) return;
      // A list requested before a change may not contain the change.
      if (changes === this.changeCount()) this.list.set(all);
      else await this.load();
    } catch (failure) {
      if (load === this.lastLoad) this.failure.set(failure);
    }
  }

  /**
   * Blocks a buyer, or changes the block.
   * @throws if the server rejects the block
   */
  async block(buyer: Buyer, request: BlockBuyerRequest): Promise<void> {
    const blocked = await this.api.block(buyer.id, request);
    this.list.update((all) => all && [blocked, ...withoutBuyer(all, buyer)]);
    this.changeCount.update((count) => count + 1);
  }

  /** Ends a block and offers Undo. */
  async unblock({ buyer, block, reason }: BlockedBuyer): Promise<void> {
    try {
      await this.api.unblock(buyer.id);
    } catch (failure) {
      this.notices.fail(failure, $localize`:@@blocks.not-unblocked:Not unblocked`);
      return;
    }
    this.list.update((all) => all && withoutBuyer(all, buyer));
    this.changeCount.update((count) => count + 1);
    const name = buyerName(buyer);
    this.notices.offerUndo(
      $localize`:@@blocks.unblocked:${name}:buyer: is no longer blocked`,
      $localize`:Consequence of undoing|@@blocks.unblocked.undo:${name}:buyer: is blocked again`,
      () =>
        void this.block(buyer, { block, reason }).catch((failure: unknown) =>
          this.notices.fail(failure, $localize`:@@blocks.not-blocked:Not blocked`),
        ),
    );
  }
}

function withoutBuyer(all: readonly BlockedBuyer[], buyer: Buyer): readonly BlockedBuyer[] {
  return all.filter((other) => other.buyer.id !== buyer.id);
}
