import { computed, effect, signal, untracked } from '@angular/core';
import type { ConsoleStore } from '../../state/console-store';

const BURST_FROM = 5;
const DECLINED_FOR_MS = 30_000;
/** Late claims for the previous item are no reason to return to it. */
const SHOWN_BEFORE_MS = 30_000;

/**
 * Offers to switch to an item that draws more claims than the one on show. It never switches by itself, and it
 * never offers an item that was on show a moment ago. Create it in an injection context.
 */
export class SwitchOffer {
  private readonly declined = signal<{ itemId: string; at: number } | null>(null);
  private shown: { itemId: string | null; since: number } | undefined;
  /** Time at which each item was last taken off the show. */
  private readonly shownUntil = new Map<string, number>();
  private readonly changed = signal(0);

  constructor(private readonly store: ConsoleStore) {
    effect(() => {
      const itemId = store.showing()?.id ?? null;
      if (store.state() !== null) untracked(() => this.follow(itemId));
    });
  }

  readonly offer = computed(() => {
    this.changed();
    const { store } = this;
    if (!store.isOperator()) return null;
    const counts = store.claimsSince(this.shown?.since ?? 0);
    const showing = store.showing()?.id ?? '';
    const [itemId, claims] = [...counts]
      .filter(([id]) => id !== showing && this.mayOffer(id))
      .reduce((best, count) => (count[1] > best[1] ? count : best), ['', 0]);
    if (claims < BURST_FROM || claims < (counts.get(showing) ?? 0) * 2) return null;
    const item = store.state()?.items.get(itemId);
    return item ? { item, claims } : null;
  });

  decline(itemId: string): void {
    this.declined.set({ itemId, at: performance.now() });
  }

  private mayOffer(itemId: string): boolean {
    const now = this.store.clock();
    const declined = this.declined();
    if (declined?.itemId === itemId && now - declined.at < DECLINED_FOR_MS) return false;
    return now - (this.shownUntil.get(itemId) ?? Number.NEGATIVE_INFINITY) >= SHOWN_BEFORE_MS;
  }

  private follow(itemId: string | null): void {
    const { shown } = this;
    if (shown?.itemId === itemId) return;
    const now = performance.now();
    if (shown?.itemId) this.shownUntil.set(shown.itemId, now);
    this.shown = { itemId, since: shown === undefined ? 0 : now };
    this.changed.update((count) => count + 1);
  }
}
