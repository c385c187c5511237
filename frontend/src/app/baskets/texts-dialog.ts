import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import type { BasketRow } from '@sellary/contracts';
import { BasketsApi } from '../api/baskets-api';
import { Copying } from '../ui/copying';
import { DIALOG_PARTS } from '../ui/dialog-parts';
import { Icon } from '../ui/icon';
import { moneyText } from '../ui/money';
import { Notices } from '../ui/notices';
import { platformName } from '../ui/platform-names';
import { basketsPhrase } from './basket-steps';
import { basketBuyerName } from './basket-words';

/** The buyers who were asked to pay, each with a button that copies the text for the chat. */
@Component({
  selector: 'app-texts-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DIALOG_PARTS, Icon],
  template: `
    <h2 mat-dialog-title>{{ title }}</h2>
    <mat-dialog-content>
      <p class="mb-2" i18n="@@baskets.texts.how">
        No message was sent. Copy the text for each buyer, and paste it into your chat with them.
      </p>
      <ul class="divide-y divide-line border-y border-line">
        @for (row of rows; track row.id; let first = $first) {
          <li class="flex min-h-12 items-center gap-3 py-1">
            <span class="min-w-0 flex-1">
              <span class="block truncate font-semibold text-ink">{{ nameOf(row.buyer) }}</span>
              <span class="block truncate text-meta text-soft">{{ platformsOf(row) }}</span>
            </span>
            <span class="flex-none text-ink tabular-nums">{{ money(row.total, row.currency) }}</span>
            <button
              type="button"
              class="act flex-none text-ink"
              [attr.cdkFocusInitial]="first ? '' : null"
              [attr.aria-label]="copyLabel(row)"
              (click)="copy(row)"
            >
              @if (copiedIds().has(row.id)) {
                <app-icon name="check" class="size-4!" /><ng-container i18n="@@baskets.texts.copied"
                  >Copied</ng-container
                >
              } @else {
                <app-icon name="content_copy" class="size-4!" /><ng-container i18n="@@baskets.text.copy"
                  >Copy text</ng-container
                >
              }
            </button>
          </li>
        }
      </ul>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" type="button" [mat-dialog-close]="undefined" i18n="@@baskets.texts.close">
        Done
      </button>
    </mat-dialog-actions>
  `,
})
export class TextsDialog {
  private readonly api = inject(BasketsApi);
  private readonly copying = inject(Copying);
  private readonly notices = inject(Notices);
  protected readonly rows = inject<readonly BasketRow[]>(MAT_DIALOG_DATA);
  protected readonly title = $localize`:@@baskets.texts.heading:Payment requested for ${basketsPhrase(this.rows)}:baskets:`;
  protected readonly copiedIds = signal<ReadonlySet<string>>(new Set());
  protected readonly nameOf = basketBuyerName;
  protected readonly money = moneyText;

  protected platformsOf({ buyer }: BasketRow): string {
    return [...new Set(buyer.accounts.map(({ platform }) => platformName(platform)))].join(', ');
  }

  protected copyLabel(row: BasketRow): string {
    return $localize`:@@baskets.texts.copy-for:Copy text for ${basketBuyerName(row.buyer)}:buyer:`;
  }

  protected async copy(row: BasketRow): Promise<void> {
    try {
      const { text } = await this.api.text(row.id);
      const isCopied = await this.copying.copy(text, $localize`:@@baskets.text.what:Text`);
      if (isCopied) this.copiedIds.update((before) => new Set([...before, row.id]));
    } catch (failure) {
      this.notices.fail(failure, $localize`:@@baskets.text.not-copied:Not copied`);
    }
  }
}
