import type { CdkVirtualScrollViewport, VirtualScrollStrategy } from '@angular/cdk/scrolling';
import { Injectable } from '@angular/core';
import { Subject, distinctUntilChanged } from 'rxjs';

/** Rows drawn beyond what is in sight; ranges move in steps of as many, so that scrolling by a row draws nothing. */
const SPARE = 6;

/**
 * Which rows of one known height are drawn. Unlike the CDK's own strategy it never asks the browser where the list stands while
 * rows are being changed: that would lay the whole page out anew, several times a second in a burst.
 */
@Injectable()
export class FixedRows implements VirtualScrollStrategy {
  private readonly index = new Subject<number>();
  readonly scrolledIndexChange = this.index.pipe(distinctUntilChanged());
  private viewport: CdkVirtualScrollViewport | null = null;
  private height = 40;
  /** Where the list stands, by its last word. */
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

  /** Where the top of the list is, in pixels, without measuring. */
  get top(): number {
    return this.offset;
  }

  onContentScrolled(): void {
    if (!this.viewport) return;
    this.offset = this.viewport.measureScrollOffset();
    this.draw();
  }

  /** The list is moved by us, and will have that many rows: drawn at once, not when the browser tells. */
  movedTo(offset: number, rows: number): void {
    this.offset = offset;
    this.draw(rows);
  }

  onDataLengthChanged(): void {
    this.viewport?.setTotalContentSize(this.viewport.getDataLength() * this.height);
    this.draw();
  }

  onContentRendered(): void {
    // Rows of a known height tell nothing new once drawn.
  }

  onRenderedOffsetChanged(): void {
    // We set it ourselves.
  }

  scrollToIndex(index: number, behavior: ScrollBehavior): void {
    this.viewport?.scrollToOffset(index * this.height, behavior);
  }

  private draw(rows = this.viewport?.getDataLength() ?? 0): void {
    const { viewport, height } = this;
    if (!viewport) return;
    const inSight = Math.ceil(viewport.getViewportSize() / height);
    const first = Math.min(Math.max(0, Math.floor(this.offset / height)), Math.max(0, rows - inSight));
    const start = Math.max(0, Math.floor(first / SPARE) * SPARE - SPARE);
    const end = Math.min(rows, first + inSight + 2 * SPARE);
    const drawn = viewport.getRenderedRange();
    if (drawn.start !== start || drawn.end !== end) {
      viewport.setRenderedRange({ start, end });
      viewport.setRenderedContentOffset(start * height);
    }
    this.index.next(first);
  }
}
