import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  effect,
  inject,
  input,
  resource,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import type { ShowSummary } from '@sellary/contracts';
import { SessionStore } from '../auth/session-store';
import { ReportsApi } from '../api/reports-api';
import { ShowCopies } from '../shows/copies/show-copies';
import { ShowStatusChip } from '../shows/show-status-chip';
import { type ExportChoice, ExportButtons } from '../ui/export-buttons';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { PageNotLoaded } from '../ui/page-not-loaded';
import { clockMinute, dayAndTime, duration } from '../ui/times';
import { ClaimsTimeline } from './claims-timeline';
import { FlaggedClaims } from './flagged-claims';
import { Recap } from '../shows/recap/recap';
import { ReplayCheck } from './replay-check';
import { SummaryBuyers } from './summary-buyers';
import { SummaryItems } from './summary-items';
import { summaryTotals } from './totals';

/** Page with a show's results, to read, export, or print. */
@Component({
  selector: 'app-summary',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    RouterLink,
    MatButton,
    Icon,
    EmptyState,
    PageNotLoaded,
    ShowStatusChip,
    Recap,
    ExportButtons,
    ClaimsTimeline,
    SummaryItems,
    SummaryBuyers,
    FlaggedClaims,
    ReplayCheck,
  ],
  templateUrl: './summary.html',
})
export class Summary {
  private readonly api = inject(ReportsApi);
  private readonly document = inject(DOCUMENT);
  protected readonly copies = inject(ShowCopies);
  protected readonly session = inject(SessionStore);
  readonly id = input.required<string>();
  protected readonly summary = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.summary(params),
  });
  protected readonly period = computed(() =>
    this.summary.hasValue() ? showPeriod(this.summary.value().show) : '',
  );
  protected readonly totals = computed(() =>
    this.summary.hasValue()
      ? summaryTotals(this.summary.value().totals, this.summary.value().show.currency)
      : [],
  );

  protected readonly exports: readonly ExportChoice[] = [
    {
      name: $localize`:@@summary.export.claims:Export claims`,
      load: (style) => this.api.export(this.id(), 'claims', style),
    },
    {
      name: $localize`:@@summary.export.buyers:Export buyers`,
      load: (style) => this.api.export(this.id(), 'buyers', style),
    },
  ];

  constructor() {
    const title = inject(Title);
    effect(
      () =>
        this.summary.hasValue() &&
        title.setTitle(
          $localize`:@@summary.page-title:Summary of ${this.summary.value().show.name}:show: · Sellary`,
        ),
    );
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}

/** A show's period. An example for a show that has ended: "23 Nov, 20:00 to 21:32 · 1 h 32 min". */
function showPeriod({ startedAt, endedAt }: ShowSummary['show']): string {
  if (startedAt === null) return $localize`:@@summary.period.not-started:Not started`;
  if (endedAt === null) return $localize`:@@summary.period.since:Since ${dayAndTime(startedAt)}:start:`;
  const ms = Date.parse(endedAt) - Date.parse(startedAt);
  const end = ms < 86_400_000 ? clockMinute(endedAt) : dayAndTime(endedAt);
  return $localize`:@@summary.period.from-to:${dayAndTime(startedAt)}:start: to ${end}:end: · ${duration(Math.max(0, ms))}:duration:`;
}
