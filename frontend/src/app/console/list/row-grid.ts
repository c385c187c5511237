import { Directive, ElementRef, inject, model } from '@angular/core';

/** Moves the focus among the rows of a list. */
export interface RowMover {
  /** Number of rows that Page Up and Page Down move by. */
  readonly pageRows: number;
  /** Moves by a number of rows; -Infinity moves to the first row, and Infinity to the last. */
  move(by: number): void;
  /**
   * Focuses the row that last had the focus, or else the first. A virtual list focuses only a visible row.
   */
  enter(): void;
  /** Called after a row gets the focus. */
  onRowFocus(row: HTMLElement): void;
}

/**
 * A list of rows with one tab stop. The up and down arrows, Page Up, Page Down, Home, and End move between
 * the rows, and the left and right arrows between a row's controls. Every focusable element in a row has
 * `tabindex="-1"`.
 */
@Directive({
  selector: '[appRowGrid]',
  host: {
    role: 'grid',
    tabindex: '0',
    '(focus)': 'enter()',
    '(focusin)': 'focusIn($event)',
    '(focusout)': 'list.tabIndex = 0',
    '(keydown)': 'press($event)',
  },
})
export class RowGrid {
  readonly appRowGrid = model<RowMover>();
  readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** Focuses a row, but not after a click on empty space, because the next key would act on that row. */
  protected enter(): void {
    if (this.list.matches(':focus-visible')) this.appRowGrid()?.enter();
  }

  protected focusIn({ target }: FocusEvent): void {
    const row = rowOf(target);
    if (row !== null) this.appRowGrid()?.onRowFocus(row);
  }

  protected press(event: KeyboardEvent): void {
    const { key, target } = event;
    // For this key press, the list is not a tab stop. Otherwise, Shift+Tab in a row would focus the list.
    if (key === 'Tab' && event.shiftKey) this.list.tabIndex = -1;
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const by = this.distanceOf(key);
    const row = rowOf(target);
    if (by !== 0) this.appRowGrid()?.move(by);
    else if (row === null || !moveInRow(row, key)) return;
    event.preventDefault();
  }

  private distanceOf(key: string): number {
    switch (key) {
      case 'ArrowDown':
        return 1;
      case 'ArrowUp':
        return -1;
      case 'PageDown':
        return this.appRowGrid()?.pageRows ?? 0;
      case 'PageUp':
        return -(this.appRowGrid()?.pageRows ?? 0);
      case 'Home':
        return -Infinity;
      case 'End':
        return Infinity;
      default:
        return 0;
    }
  }
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[role=row]') : null;
}

/** Every focusable element in the row, including the row itself. */
export function focusTargetsOf(row: HTMLElement): HTMLElement[] {
  const inner = [...row.querySelectorAll<HTMLElement>('[tabindex="-1"]')];
  return row.tabIndex === -1 && row.hasAttribute('tabindex') ? [row, ...inner] : inner;
}

/** @returns false if the key is not for a row's controls */
function moveInRow(row: HTMLElement, key: string): boolean {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return false;
  const targets = focusTargetsOf(row);
  const at = targets.findIndex((target) => target === document.activeElement);
  const others = key === 'ArrowRight' ? targets.slice(at + 1) : targets.slice(0, Math.max(0, at)).reverse();
  for (const other of others) {
    other.focus({ preventScroll: true });
    // A hidden control does not take the focus.
    if (document.activeElement === other) break;
  }
  return true;
}
