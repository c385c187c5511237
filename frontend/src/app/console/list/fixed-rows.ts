import type { CdkVirtualScrollViewport, VirtualScrollStrategy } from '@angular/cdk/scrolling';
import { Injectable } from '@angular/core';
import { Subject, distinctUntilChanged } from 'rxjs';

/** Minimum number of rows drawn above the visible rows. Twice as many are drawn below them. */
const SPARE_ROWS = 6;

/**
 * Chooses which rows to draw in a list with fixed row heights. Unlike the CDK's own strategy, it never
 * measures the scroll position while rows change, because in a burst, that would force a layout of the whole
 * page several times a second.
 */
@Injectable()
export class FixedRows implements VirtualScrollStrategy {
  private readonly index = new Subject<number>();
  readonly scrolledIndexChange = this.index.pipe(distinctUntilChanged());
  private viewport: CdkVirtualScrollViewport | null = null;
  private height = 40;
  /** The scroll position in pixels, as last measured or announced by `drawAt`. */
  top = 0;

  attach(viewport: CdkVirtualScrollViewport): void {
    this.viewport = viewport;
    this.onDataLengthChanged();
  }

  detach(): void {
    this.index.complete();
    this.viewport = null;
  }

  setRowHeight(height: number): void {
    if (height === this.height) return;
    this.height = height;
    this.onDataLengthChanged();
  }

  onContentScrolled(): void {
    if (!this.viewport) return;
    this.top = this.viewport.measureScrollOffset();
    this.draw();
  }

  /**
   * Draws the rows at a position that the list is about to scroll to, before the browser reports the scroll.
   */
  drawAt(top: number, rowCount: number): void {
    this.top = top;
    this.draw(rowCount);
  }

  onDataLengthChanged(): void {
    this.viewport?.setTotalContentSize(this.viewport.getDataLength() * this.height);
    this.draw();
  }

  onContentRendered(): void {
    // Row heights are fixed, so drawn rows need no measuring.
  }

  onRenderedOffsetChanged(): void {
    // Only `draw` sets this offset.
  }

  scrollToIndex(index: number, behavior: ScrollBehavior): void {
    this.viewport?.scrollToOffset(index * this.height, behavior);
  }

  private draw(rowCount = this.viewport?.getDataLength() ?? 0): void {
    const { viewport, height } = this;
    if (!viewport) return;
    const visibleRows = Math.ceil(viewport.getViewportSize() / height);
    const first = Math.min(Math.max(0, Math.floor(this.top / height)), Math.max(0, rowCount - visibleRows));
    const start = Math.max(0, Math.floor(first / SPARE_ROWS) * SPARE_ROWS - SPARE_ROWS);
    const end = Math.min(rowCount, first + visibleRows + 2 * SPARE_ROWS);
    const range = viewport.getRenderedRange();
    if (range.start !== start || range.end !== end) {
      viewport.setRenderedRange({ start, end });
      viewport.setRenderedContentOffset(start * height);
    }
    this.index.next(first);
  }
}
