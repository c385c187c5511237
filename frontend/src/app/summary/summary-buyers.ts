import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import type { BuyerLine } from '@sellary/contracts';
import { ReportsApi } from '../api/reports-api';
import { Choices } from '../ui/choices';
import { Handle } from '../ui/handle';
import { LoadFailed } from '../ui/load-failed';
import { LoadMore } from '../ui/load-more';
import { paged } from '../ui/paged';
import { SearchField } from '../ui/search-field';
import { PLATFORM_NAMES } from '../ui/words';

const PAGE = 50;
const TYPING_MS = 250;

/** Who takes what home: everybody with a unit or a place in a line, found by name. */
@Component({
  selector: 'app-summary-buyers',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, Choices, Handle, LoadFailed, LoadMore, SearchField],
  templateUrl: './summary-buyers.html',
  host: { class: 'block' },
})
export class SummaryBuyers {
  readonly showId = input.required<string>();
  private readonly api = inject(ReportsApi);
  protected readonly typed = signal('');
  /** What was typed, once the typing rests. */
  protected readonly asked = signal('');
  /** Whoever merely waited is of interest only to some. */
  protected readonly everybody = signal(false);
  protected readonly platforms = PLATFORM_NAMES;
  protected readonly choices = [
    { name: 'Who won', value: false },
    { name: 'Waiting too', value: true },
  ] as const;
  protected readonly buyers = paged(
    () => ({ showId: this.showId(), q: this.asked(), won: !this.everybody() }),
    async ({ showId, q, won }, cursor) => {
      const { buyers, nextCursor } = await this.api.buyers(showId, {
        limit: PAGE,
        won,
        ...(q && { q }),
        ...(cursor !== undefined && { cursor }),
      });
      return { rows: buyers, nextCursor };
    },
  );

  constructor() {
    effect((onCleanup) => {
      const words = this.typed().trim();
      const timer = setTimeout(() => this.asked.set(words), TYPING_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** A template's context has no type of its own. */
  protected asItems(items: BuyerLine['items']): BuyerLine['items'] {
    return items;
  }
}
