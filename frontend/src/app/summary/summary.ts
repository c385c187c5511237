import { ChangeDetectionStrategy, Component, DOCUMENT, computed, effect, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import type { ShowSummary } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ReportsApi } from '../api/reports-api';
import { ShowStatusChip } from '../shows/show-status-chip';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { LoadFailed } from '../ui/load-failed';
import { clockMinute, dayAndTime, duration } from '../ui/times';
import { ClaimsTimeline } from './claims-timeline';
import { ExportButtons } from './export-buttons';
import { FlaggedClaims } from './flagged-claims';
import { Recap } from './recap';
import { SummaryBuyers } from './summary-buyers';
import { SummaryItems } from './summary-items';
import { totalsOf } from './totals';

/** What a show came to: for the invoices, for the next show, and for paper. */
@Component({
  selector: 'app-summary',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    RouterLink,
    MatButton,
    Icon,
    EmptyState,
    LoadFailed,
    ShowStatusChip,
    Recap,
    ExportButtons,
    ClaimsTimeline,
    SummaryItems,
    SummaryBuyers,
    FlaggedClaims,
  ],
  templateUrl: './summary.html',
})
export class Summary {
  private readonly api = inject(ReportsApi);
  private readonly document = inject(DOCUMENT);
  readonly id = input.required<string>();
  protected readonly summary = resource({ params: () => this.id(), loader: ({ params }) => this.api.summary(params) });
  protected readonly missing = computed(
    () => this.summary.error() !== undefined && ApiError.from(this.summary.error()).code === 'NOT_FOUND',
  );
  protected readonly when = computed(() => (this.summary.hasValue() ? whenOf(this.summary.value().show) : ''));
  protected readonly totals = computed(() => (this.summary.hasValue() ? totalsOf(this.summary.value().totals) : []));

  constructor() {
    const title = inject(Title);
    effect(() => this.summary.hasValue() && title.setTitle(`Summary of ${this.summary.value().show.name} · Sellary`));
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}

/** "23 Nov, 20:00 to 21:32 · 1 h 32 min" */
function whenOf({ startedAt, endedAt }: ShowSummary['show']): string {
  if (startedAt === null) return 'Not started';
  if (endedAt === null) return `Since ${dayAndTime(startedAt)}`;
  const ms = Date.parse(endedAt) - Date.parse(startedAt);
  const end = ms < 86_400_000 ? clockMinute(endedAt) : dayAndTime(endedAt);
  return `${dayAndTime(startedAt)} to ${end} · ${duration(Math.max(0, ms))}`;
}
