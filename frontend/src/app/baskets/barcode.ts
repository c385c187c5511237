import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { code128Bars } from './code-128';

/** A Code 128 barcode as wide as its box. */
@Component({
  selector: 'app-barcode',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let it = bars();
    <svg
      class="print-ink size-full"
      preserveAspectRatio="none"
      shape-rendering="crispEdges"
      role="img"
      [attr.aria-label]="label()"
      [attr.viewBox]="'0 0 ' + it.width + ' 1'"
    >
      <rect [attr.width]="it.width" height="1" fill="#fff" />
      @for (bar of it.bars; track bar.x) {
        <rect [attr.x]="bar.x" [attr.width]="bar.width" height="1" fill="#000" />
      }
    </svg>
  `,
  host: { class: 'block' },
})
export class Barcode {
  readonly text = input.required<string>();
  protected readonly bars = computed(() => code128Bars(this.text()));
  protected readonly label = computed(() => $localize`:@@baskets.barcode:Barcode for ${this.text()}:code:`);
}
