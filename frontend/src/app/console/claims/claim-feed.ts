import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { ClockPipe } from '../../ui/times';
import { ConsoleStore } from '../console-store';
import { NewestFirst } from '../newest-first';
import { RowHeights } from '../row-heights';
import type { ClaimRow, DividerRow, FeedRow } from '../state/feed-row';
import { ClaimRowView } from './claim-row-view';

@Component({
  selector: 'app-claim-feed',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NewestFirst, ClaimRowView, EmptyState, Icon, ClockPipe],
  template: `
    <div class="flex-none border-b border-line px-3 py-2">
      <label class="relative block">
        <span class="sr-only">Find in claims</span>
        <app-icon name="search" class="pointer-events-none absolute top-2 left-2.5 text-soft coarse:top-3.5" />
        <input
          #box
          type="search"
          class="field w-full pl-9!"
          placeholder="Find a handle, a number or words"
          [value]="query()"
          (input)="query.set(box.value)"
          (keydown.escape)="query.set('')"
        />
      </label>
    </div>
    @if (rows().length > 0) {
      <app-newest-first
        class="@container"
        label="Claims, newest first"
        [rows]="rows()"
        [keyOf]="keyOf"
        [rowHeight]="heights.claim()"
        [rowTemplate]="template"
      />
    } @else if (query()) {
      <app-empty-state icon="search_off" heading="No claim like that" text="Nothing that happened since this show began matches." />
    } @else {
      <app-empty-state icon="sell" heading="No claims yet" [text]="hint()" />
    }
    <ng-template #template let-row>
      @if (asClaim(row); as claim) {
        <app-claim-row [row]="claim" />
      } @else if (asDivider(row); as divider) {
        <div
          class="flex h-full items-center gap-3 border-b border-line/60 bg-sunken px-3 text-meta"
          [class.text-bad]="divider.tone === 'bad'"
          [class.text-soft]="divider.tone !== 'bad'"
        >
          <time class="w-15 flex-none tabular-nums">{{ divider.at | clock }}</time>
          @if (divider.tone === 'bad') {
            <app-icon name="error" class="size-4!" />
          }
          <span class="truncate font-medium" [title]="divider.text">{{ divider.text }}</span>
        </div>
      }
    </ng-template>
  `,
  host: { class: 'flex min-h-0 flex-1 flex-col' },
})
export class ClaimFeed {
  private readonly store = inject(ConsoleStore);
  protected readonly heights = inject(RowHeights);
  protected readonly query = signal('');
  protected readonly keyOf = (row: FeedRow): string => row.key;
  protected readonly rows = computed(() => {
    const feed = this.store.state()?.feed ?? [];
    const words = this.query().trim().toLowerCase();
    return words
      ? feed.filter(
          (row) =>
            row.kind === 'claim' &&
            [row.handle, row.itemNumber, row.itemTitle, row.text].some((part) => part?.toLowerCase().includes(words)),
        )
      : feed;
  });
  protected readonly hint = computed(() => {
    const show = this.store.state()?.show;
    if (show?.status === 'draft') return 'The show is a draft. Go live, and every claim appears here the moment it is made.';
    return `When a viewer writes “${show?.claimWords[0] ?? 'sold'} 101”, the claim appears here.`;
  });

  protected asClaim(row: FeedRow): ClaimRow | null {
    return row.kind === 'claim' ? row : null;
  }

  protected asDivider(row: FeedRow): DividerRow | null {
    return row.kind === 'divider' ? row : null;
  }
}
