import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { Timeline } from '@sellary/contracts';
import { formatNumber } from '../i18n/format-locale';
import { ColorScheme } from '../ui/color-scheme';
import { DurationPipe, clock, clockMinute, dayAndTime, duration } from '../ui/times';
import { coarserTimeline } from './coarser-timeline';
import { Printing } from './printing';
import { type ChartColors, drawTimeline } from './timeline-chart';

/** A longer table is hard to read. */
const MAX_TABLE_ROWS = 24;
const DAY_SECONDS = 86_400;
/** Width and height of the chart in pixels on an A4 page, inside the page and card margins. */
const PAPER_SIZE = [640, 210] as const;

/** Claims over time as a chart, as a sentence, and as a table for screen readers and paper. */
@Component({
  selector: 'app-claims-timeline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DurationPipe],
  templateUrl: './claims-timeline.html',
  host: { class: 'block' },
})
export class ClaimsTimeline {
  readonly timeline = input.required<Timeline>();
  protected readonly printing = inject(Printing);
  protected readonly table = computed(() => coarserTimeline(this.timeline(), MAX_TABLE_ROWS));
  protected readonly number = formatNumber;
  protected readonly summary = computed(() => {
    const { buckets, bucketSeconds } = this.timeline();
    const total = formatNumber(buckets.reduce((sum, { claims }) => sum + claims, 0));
    const length = duration(buckets.length * bucketSeconds * 1000);
    const busiest = buckets.reduce((max, bucket) => (bucket.claims > max.claims ? bucket : max), {
      at: '',
      claims: 0,
    });
    if (busiest.claims === 0) {
      return $localize`:@@summary.timeline.total:Claims: ${total}:count: in ${length}:duration:.`;
    }
    const start = this.label(busiest.at, bucketSeconds);
    return $localize`:@@summary.timeline.total-and-peak:Claims: ${total}:count: in ${length}:duration:. Peak: ${formatNumber(busiest.claims)}:peak: in ${duration(bucketSeconds * 1000)}:interval:, from ${start}:time:.`;
  });
  protected readonly chartLabel = computed(
    () =>
      $localize`:summary is one or two whole sentences|@@summary.timeline.chart-label:Chart of claims and comments. ${this.summary()}:summary: The table below has the same figures.`,
  );
  private readonly canvas = viewChild<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly claimsInk = viewChild.required<ElementRef<HTMLElement>>('claimsInk');
  private readonly commentsInk = viewChild.required<ElementRef<HTMLElement>>('commentsInk');
  private readonly gridInk = viewChild.required<ElementRef<HTMLElement>>('gridInk');
  private readonly darkScheme = matchMedia('(prefers-color-scheme: dark)');
  private readonly isDark = signal(this.darkScheme.matches);

  constructor() {
    const colorScheme = inject(ColorScheme);
    const updateIsDark = (): void => this.isDark.set(this.darkScheme.matches);
    this.darkScheme.addEventListener('change', updateIsDark);
    inject(DestroyRef).onDestroy(() => this.darkScheme.removeEventListener('change', updateIsDark));
    effect((onCleanup) => {
      const canvas = this.canvas()?.nativeElement;
      const { buckets, bucketSeconds } = this.timeline();
      // Read here so that the chart is redrawn when the colors change.
      colorScheme.scheme();
      this.isDark();
      if (!canvas) return;
      const labeled = buckets.map((bucket) => ({ ...bucket, label: this.label(bucket.at, bucketSeconds) }));
      const chart = drawTimeline(canvas, labeled, this.colors());
      if (this.printing.isActive()) chart.resize(...PAPER_SIZE);
      onCleanup(() => chart.destroy());
    });
  }

  protected label(at: string, seconds: number): string {
    if (seconds >= 3600 || this.days() > 1) return dayAndTime(at);
    return seconds % 60 === 0 ? clockMinute(at) : clock(at);
  }

  private days(): number {
    const { buckets, bucketSeconds } = this.timeline();
    return (buckets.length * bucketSeconds) / DAY_SECONDS;
  }

  /** The page's colors, or its light colors for paper. */
  private colors(): ChartColors {
    const color = ({ nativeElement: element }: ElementRef<HTMLElement>): string => {
      element.style.colorScheme = this.printing.isActive() ? 'light' : '';
      return getComputedStyle(element).color;
    };
    return {
      claims: color(this.claimsInk()),
      comments: color(this.commentsInk()),
      grid: color(this.gridInk()),
    };
  }
}
