import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Icon } from '../../ui/icon';
import { Steady } from '../../ui/steady';
import { counted } from '../../ui/words';
import { ConsoleActs } from '../acts/console-acts';
import { ConsoleStore } from '../state/console-store';
import { Drawer } from '../drawer/drawer';

const WINNERS_SHOWN = 12;
/** The bar of the last ten seconds is full at this many claims. */
const FULL_BAR = 20;
const BURST_FROM = 5;
const SILENT_AFTER_NO_MS = 30_000;

/** What is selling now, and who got it: the one line to read aloud from. */
@Component({
  selector: 'app-now-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Steady],
  templateUrl: './now-line.html',
  host: { class: 'block flex-none border-b border-line bg-surface' },
})
export class NowLine {
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly drawer = inject(Drawer);
  protected readonly item = this.store.showing;
  protected readonly ended = computed(() => this.store.state()?.show.status === 'ended');
  protected readonly left = computed(() => {
    const item = this.item();
    return item ? item.totalQuantity - item.claimedCount : 0;
  });
  protected readonly winners = computed(() => this.item()?.winners.slice(0, WINNERS_SHOWN) ?? []);
  protected readonly moreWinners = computed(() => Math.max(0, (this.item()?.winners.length ?? 0) - WINNERS_SHOWN));
  protected readonly totals = computed(() => {
    const stats = this.store.state()?.stats;
    if (!stats || stats.items === 0) return null;
    return {
      items: `${stats.itemsClaimed.toLocaleString('en')} of ${counted(stats.items, 'item')} sold from`,
      units: `${stats.unitsClaimed.toLocaleString('en')} of ${counted(stats.unitsTotal, 'unit')}`,
    };
  });
  /** Claims for the item in the last ten seconds. */
  protected readonly heat = computed(() => this.store.recentClaims().get(this.item()?.id ?? '') ?? 0);
  protected readonly heatShare = computed(() => Math.min(100, (this.heat() / FULL_BAR) * 100));
  private readonly refused = signal<{ itemId: string; at: number } | null>(null);
  /** Another item draws more claims than the one on show: only ever offered, never done. */
  protected readonly offer = computed(() => {
    const refused = this.refused();
    const best = [...this.store.recentClaims()].sort(([, a], [, b]) => b - a)[0];
    if (!best || !this.store.isOperator()) return null;
    const [itemId, claims] = best;
    if (itemId === this.item()?.id || claims < BURST_FROM || claims < this.heat() * 2) return null;
    if (refused?.itemId === itemId && this.store.clock() - refused.at < SILENT_AFTER_NO_MS) return null;
    const item = this.store.state()?.items.get(itemId);
    return item ? { item, claims } : null;
  });

  protected refuse(itemId: string): void {
    this.refused.set({ itemId, at: performance.now() });
  }

  protected readonly previous = computed(() => this.neighbour(-1));
  protected readonly next = computed(() => this.neighbour(1));
  private stepping: Promise<unknown> = Promise.resolve();

  /** By key: the item after or before the one on show, or the one just put there: two quick presses are two steps. */
  step(by: 1 | -1): void {
    if (this.ended()) return;
    this.stepping = this.stepping.then(() => {
      const item = this.neighbour(by, this.acts.justShown ?? this.item());
      return item && this.acts.showNow(item);
    });
  }

  private neighbour(step: 1 | -1, from = this.item()) {
    const state = this.store.state();
    if (!state) return null;
    const index = from ? state.itemOrder.indexOf(from.id) + step : step > 0 ? 0 : -1;
    return state.items.get(state.itemOrder[index] ?? '') ?? null;
  }
}
