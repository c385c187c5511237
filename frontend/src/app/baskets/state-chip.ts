import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { BasketState } from '@sellary/contracts';
import { Chip } from '../ui/chip';
import { STATE_WORDS } from './basket-words';

/** A basket's state as an icon and a word. */
@Component({
  selector: 'app-basket-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip],
  template: `<app-chip [tone]="stateWord().tone" [icon]="stateWord().icon">{{ stateWord().word }}</app-chip>`,
  host: { class: 'inline-flex' },
})
export class BasketStateChip {
  readonly state = input.required<BasketState>();
  protected readonly stateWord = computed(() => STATE_WORDS[this.state()]);
}
