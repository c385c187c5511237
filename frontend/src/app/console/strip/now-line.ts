import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Icon } from '../../ui/icon';
import { counted } from '../../ui/words';
import { ConsoleActs } from '../console-acts';
import { ConsoleStore } from '../console-store';
import { ItemChoice } from '../item-choice';

const WINNERS_SHOWN = 12;

/** What is selling now, and who got it: the one line to read aloud from. */
@Component({
  selector: 'app-now-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  templateUrl: './now-line.html',
  host: { class: 'block flex-none border-b border-line bg-surface' },
})
export class NowLine {
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly choice = inject(ItemChoice);
  protected readonly item = this.store.showing;
  protected readonly left = computed(() => {
    const item = this.item();
    return item ? item.totalQuantity - item.claimedCount : 0;
  });
  protected readonly winners = computed(() => this.item()?.winners.slice(0, WINNERS_SHOWN) ?? []);
  protected readonly moreWinners = computed(() => Math.max(0, (this.item()?.winners.length ?? 0) - WINNERS_SHOWN));
  protected readonly totals = computed(() => {
    const stats = this.store.state()?.stats;
    if (!stats) return null;
    return {
      items: `${stats.itemsClaimed} of ${counted(stats.items, 'item')} sold from`,
      units: `${stats.unitsClaimed} of ${counted(stats.unitsTotal, 'unit')}`,
    };
  });
  protected readonly previous = computed(() => this.neighbour(-1));
  protected readonly next = computed(() => this.neighbour(1));

  private neighbour(step: 1 | -1) {
    const state = this.store.state();
    if (!state) return null;
    const item = this.item();
    const index = item ? state.itemOrder.indexOf(item.id) + step : step > 0 ? 0 : -1;
    return state.items.get(state.itemOrder[index] ?? '') ?? null;
  }
}
