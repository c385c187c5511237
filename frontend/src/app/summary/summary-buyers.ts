import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ApiError } from '../api/api-error';
import { ReportsApi } from '../api/reports-api';
import { Handle } from '../ui/handle';
import { Icon } from '../ui/icon';
import { LoadFailed } from '../ui/load-failed';
import { PLATFORM_NAMES } from '../ui/words';
import { paged } from './paged';

const PAGE = 50;
const TYPING_MS = 250;

/** Who takes what home: everybody with a unit or a place in a line, found by name. */
@Component({
  selector: 'app-summary-buyers',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, Handle, Icon, LoadFailed],
  templateUrl: './summary-buyers.html',
  host: { class: 'block' },
})
export class SummaryBuyers {
  readonly showId = input.required<string>();
  private readonly api = inject(ReportsApi);
  protected readonly typed = signal('');
  /** What was typed, once the typing rests. */
  protected readonly asked = signal('');
  protected readonly platforms = PLATFORM_NAMES;
  protected readonly buyers = paged(
    () => ({ showId: this.showId(), q: this.asked() }),
    async ({ showId, q }, cursor) => {
      const { buyers, nextCursor } = await this.api.buyers(showId, {
        limit: PAGE,
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

  protected why(failure: unknown): string {
    return ApiError.from(failure).message;
  }
}
