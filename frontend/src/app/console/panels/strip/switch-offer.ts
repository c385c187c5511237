import { computed, effect, signal, untracked } from '@angular/core';
import type { ConsoleStore } from '../../state/console-store';

const MIN_BURST_CLAIMS = 5;
const DECLINED_FOR_MS = 30_000;
/**
 * Minimum time from when an item stops showing until it is offered again. Late claims are no reason to return
 * to it.
 */
const REOFFER_AFTER_MS = 30_000;

/**
 * Offers to switch to an item with at least twice as many recent claims as the current item. It never
 * switches automatically. Create it in an injection context.
 */
export class SwitchOffer {
  private readonly declined = signal<{ itemId: string; at: number } | null>(null);
  private readonly current = signal<{ itemId: string | null; since: number } | undefined>(undefined);
  /** Time at which each item last stopped showing. */
  private readonly shownUntil = new Map<string, number>();

  constructor(private readonly store: ConsoleStore) {
    effect(() => {
      const itemId = store.currentItem()?.id ?? null;
      if (store.state() !== null) untracked(() => this.recordShown(itemId));
    });
  }

  readonly offer = computed(() => {
    const { store } = this;
    if (!store.isOperator()) return null;
    const counts = store.recentClaims(this.current()?.since ?? 0);
    const currentId = store.currentItem()?.id ?? '';
    const [itemId, claims] = [...counts]
      .filter(([id]) => id !== currentId && this.mayOffer(id))
      .reduce((best, count) => (count[1] > best[1] ? count : best), ['', 0]);
    if (claims < MIN_BURST_CLAIMS || claims < (counts.get(currentId) ?? 0) * 2) return null;
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
    return now - (this.shownUntil.get(itemId) ?? Number.NEGATIVE_INFINITY) >= REOFFER_AFTER_MS;
  }

  private recordShown(itemId: string | null): void {
    const current = this.current();
    if (current?.itemId === itemId) return;
    const now = performance.now();
    if (current?.itemId) this.shownUntil.set(current.itemId, now);
    this.current.set({ itemId, since: current === undefined ? 0 : now });
  }
}
