import type { CdkVirtualScrollViewport, VirtualScrollStrategy } from '@angular/cdk/scrolling';
import { Injectable } from '@angular/core';
import { Subject, distinctUntilChanged } from 'rxjs';

/**
 * Rows drawn beyond the visible ones. Ranges move in steps of this size, so that scrolling by one row draws
 * nothing.
 */
const SPARE_ROWS = 6;

/**
 * Chooses the drawn rows of a list with fixed row heights. Unlike the CDK's own strategy, it never measures
 * the scroll position while rows change: in a burst, that would force a layout of the whole page several
 * times a second.
 */
@Injectable()
export class FixedRows implements VirtualScrollStrategy {
  private readonly index = new Subject<number>();
  readonly scrolledIndexChange = this.index.pipe(distinctUntilChanged());
  private viewport: CdkVirtualScrollViewport | null = null;
  private height = 40;
  /** The last measured scroll position, pixels. */
  private offset = 0;

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

  /** The scroll position in pixels, without measuring. */
  get top(): number {
    return this.offset;
  }

  onContentScrolled(): void {
    if (!this.viewport) return;
    this.offset = this.viewport.measureScrollOffset();
    this.draw();
  }

  /** Draws the rows of a position that the list is about to scroll to, before the browser reports it. */
  drawAt(offset: number, rows: number): void {
    this.offset = offset;
    this.draw(rows);
  }

  onDataLengthChanged(): void {
    this.viewport?.setTotalContentSize(this.viewport.getDataLength() * this.height);
    this.draw();
  }

  onContentRendered(): void {
    // Row heights are fixed, so drawn rows need no measuring.
  }

  onRenderedOffsetChanged(): void {
    // `draw` sets the offset.
  }

  scrollToIndex(index: number, behavior: ScrollBehavior): void {
    this.viewport?.scrollToOffset(index * this.height, behavior);
  }

  private draw(rows = this.viewport?.getDataLength() ?? 0): void {
    const { viewport, height } = this;
    if (!viewport) return;
    const visibleRows = Math.ceil(viewport.getViewportSize() / height);
    const first = Math.min(Math.max(0, Math.floor(this.offset / height)), Math.max(0, rows - visibleRows));
    const start = Math.max(0, Math.floor(first / SPARE_ROWS) * SPARE_ROWS - SPARE_ROWS);
    const end = Math.min(rows, first + visibleRows + 2 * SPARE_ROWS);
    const drawn = viewport.getRenderedRange();
    if (drawn.start !== start || drawn.end !== end) {
      viewport.setRenderedRange({ start, end });
      viewport.setRenderedContentOffset(start * height);
    }
    this.index.next(first);
  }
}
