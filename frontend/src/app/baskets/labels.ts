import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BasketLabels } from '@sellary/contracts';
import { BasketsApi } from '../api/baskets-api';
import { formatNumber } from '../i18n/format-locale';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { NotLoaded } from '../ui/not-loaded';
import { readSetting, storeSetting } from '../ui/local-setting';
import { SegmentedControl } from '../ui/segmented-control';
import { LabelSheet } from './label-sheet';
import { LABEL_SIZES, type LabelSize } from './label-sizes';

const STORAGE_KEY = 'sellary.baskets.label';
const isSize = (value: unknown): value is LabelSize => LABEL_SIZES.some((size) => size === value);

const SIZE_NAMES: Record<LabelSize, string> = {
  a6: $localize`:Size of a label|@@baskets.labels.a6:A6 label`,
  roll: $localize`:Size of a label|@@baskets.labels.roll:62 mm roll`,
  sheet: $localize`:Size of a label|@@baskets.labels.sheet:A4, 8 per page`,
};

/** Page that prints parcel labels, one for each selected basket. */
@Component({
  selector: 'app-labels',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, EmptyState, Icon, LabelSheet, NotLoaded, SegmentedControl],
  template: `
    <div class="print:hidden">
      <a routerLink="/baskets" class="inline-flex items-center gap-1 text-soft hover:text-ink"
        ><app-icon name="arrow_back" class="size-4!" /><ng-container i18n="@@baskets.page.back"
          >All baskets</ng-container
        ></a
      >
      <div class="mt-2 flex flex-wrap items-center gap-3">
        <h1 class="mr-auto">
          <ng-container i18n="@@baskets.labels.heading">Labels</ng-container>
          <span class="ml-1.5 font-normal text-soft tabular-nums">{{ number(labels().length) }}</span>
        </h1>
        <app-segmented-control
          i18n-aria-label="@@baskets.labels.size"
          aria-label="Label size"
          [choices]="sizes"
          [chosen]="size()"
          (chosenChange)="choose($event)"
        />
        <button type="button" class="act" [disabled]="labels().length === 0" (click)="print()">
          <app-icon name="print" class="size-4!" /><ng-container i18n="@@baskets.print">Print</ng-container>
        </button>
      </div>
      <p class="mt-1 text-soft" i18n="@@baskets.labels.hint">
        In the print dialog, choose the same paper size, 100% scale, and no headers.
      </p>
    </div>
    @if (!labelList.hasValue()) {
      <app-not-loaded
        [resource]="labelList"
        i18n-failed="@@baskets.labels.load-failed"
        failed="The labels could not be loaded"
        i18n-loading="@@baskets.labels.loading"
        loading="Loading the labels"
        failedClass="card mt-4"
        loadingClass="mt-4"
      >
        <span class="skeleton block h-60 w-80 max-w-full"></span>
      </app-not-loaded>
    } @else if (labels().length === 0) {
      <div class="card mt-4">
        <app-empty-state
          icon="print"
          i18n-heading="@@baskets.labels.none.heading"
          heading="No labels"
          i18n-text="@@baskets.labels.none.text"
          text="Select baskets in the list, then choose Print labels."
        />
      </div>
    } @else {
      <app-label-sheet class="mt-4" [labels]="labels()" [size]="size()" />
    }
  `,
})
export class LabelsPage {
  private readonly api = inject(BasketsApi);
  private readonly document = inject(DOCUMENT);
  /** Basket ids, separated by commas. */
  readonly ids = input<string>();
  protected readonly size = signal<LabelSize>(readSetting(STORAGE_KEY, isSize, 'a6'));
  protected readonly sizes = LABEL_SIZES.map((value) => ({ value, name: SIZE_NAMES[value] }));
  protected readonly number = formatNumber;
  protected readonly labelList = resource({
    params: () => this.ids() ?? '',
    loader: ({ params }) => this.api.labels(params.split(',').filter((id) => id !== '')),
  });
  protected readonly labels = computed<BasketLabels['labels']>(() =>
    this.labelList.hasValue() ? this.labelList.value() : [],
  );

  protected choose(size: LabelSize): void {
    this.size.set(size);
    storeSetting(STORAGE_KEY, size);
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
