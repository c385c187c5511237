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

import { ColorScheme } from '../shell/color-scheme';
import { clock, clockMinute, dayAndTime, duration } from '../ui/times';
import { counted } from '../ui/words';
import { coarser } from './coarser';
import { Printing } from './printing';
import { type Inks, drawTimeline } from './timeline-chart';

/** More rows than these are not read but scrolled past. */
const TABLE_ROWS = 24;
const DAY_SECONDS = 86_400;
/** What an A4 page leaves inside its margins and the card's. */
const PAPER = [640, 210] as const;

/** When claims came, as a chart and in words and as a table, for whoever cannot see the chart or holds it on paper. */
@Component({
  selector: 'app-claims-timeline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './claims-timeline.html',
  host: { class: 'block' },
})
export class ClaimsTimeline {
  readonly of = input.required<Timeline>();
  protected readonly printing = inject(Printing);
  protected readonly table = computed(() => coarser(this.of(), TABLE_ROWS));
  protected readonly inWords = computed(() => {
    const { buckets, bucketSeconds } = this.of();
    const busiest = buckets.reduce((most, bucket) => (bucket.claims > most.claims ? bucket : most), { at: '', claims: 0 });
    const whole = counted(
      buckets.reduce((sum, { claims }) => sum + claims, 0),
      'claim',
    );
    const stretch = `${whole} in ${duration(buckets.length * bucketSeconds * 1000)}`;
    if (busiest.claims === 0) return `${stretch}.`;
    return `${stretch}; most, ${busiest.claims.toLocaleString('en')}, in the ${duration(bucketSeconds * 1000)} from ${this.label(busiest.at, bucketSeconds)}.`;
  });
  private readonly canvas = viewChild<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly claimsInk = viewChild.required<ElementRef<HTMLElement>>('claimsInk');
  private readonly commentsInk = viewChild.required<ElementRef<HTMLElement>>('commentsInk');
  private readonly lineInk = viewChild.required<ElementRef<HTMLElement>>('lineInk');
  private readonly device = matchMedia('(prefers-color-scheme: dark)');
  private readonly isDark = signal(this.device.matches);

  constructor() {
    const colors = inject(ColorScheme);
    const follow = (): void => this.isDark.set(this.device.matches);
    this.device.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => this.device.removeEventListener('change', follow));
    effect((onCleanup) => {
      const canvas = this.canvas()?.nativeElement;
      const { buckets, bucketSeconds } = this.of();
      colors.scheme();
      this.isDark();
      if (!canvas) return;
      const labelled = buckets.map((bucket) => ({ ...bucket, label: this.label(bucket.at, bucketSeconds) }));
      const chart = drawTimeline(canvas, labelled, this.inks());
      if (this.printing.now()) chart.resize(...PAPER);
      onCleanup(() => chart.destroy());
    });
  }

  protected every(seconds: number): string {
    return `every ${duration(seconds * 1000)}`;
  }

  protected label(at: string, seconds: number): string {
    if (seconds >= 3600 || this.days() > 1) return dayAndTime(at);
    return seconds % 60 === 0 ? clockMinute(at) : clock(at);
  }

  private days(): number {
    const { buckets, bucketSeconds } = this.of();
    return (buckets.length * bucketSeconds) / DAY_SECONDS;
  }

  /** As the page shows them; paper is white, whatever the screen. */
  private inks(): Inks {
    const ink = ({ nativeElement: element }: ElementRef<HTMLElement>): string => {
      element.style.colorScheme = this.printing.now() ? 'light' : '';
      return getComputedStyle(element).color;
    };
    return { claims: ink(this.claimsInk()), comments: ink(this.commentsInk()), line: ink(this.lineInk()) };
  }
}
