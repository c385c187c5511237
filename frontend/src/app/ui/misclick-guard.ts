import { DOCUMENT, Directive, ElementRef, Injectable, effect, inject, input, untracked } from '@angular/core';

/**
 * Time that clicks are ignored after a change. A user needs longer than this to see the change and decide
 * again.
 */
export const IGNORED_CLICKS_MS = 700;
const MAX_STEPS = 200;
/** Maximum distance between the two clicks of a double click, in pixels. */
const MAX_DOUBLE_CLICK_PX = 24;

interface Press {
  button: HTMLButtonElement;
  at: number;
  x: number;
  y: number;
}

/** The pointer's last positions and last press. */
@Injectable({ providedIn: 'root' })
class PointerTrail {
  private readonly steps: { at: number; x: number; y: number }[] = [];
  private lastPress: Press | null = null;

  constructor() {
    const record = ({ clientX: x, clientY: y }: PointerEvent): void => {
      this.steps.push({ at: performance.now(), x, y });
      if (this.steps.length > MAX_STEPS) this.steps.shift();
    };
    for (const type of ['pointermove', 'pointerdown'] as const) {
      inject(DOCUMENT).addEventListener(type, record, { capture: true, passive: true });
    }
  }

  /** True when an element moved under a resting pointer. Call it when the pointer enters the element. */
  isUnderRestingPointer({ pointerType, clientX, clientY }: PointerEvent): boolean {
    const step = this.steps.at(-1);
    // A finger touches the screen again on every press.
    return pointerType !== 'touch' && step !== undefined && step.x === clientX && step.y === clientY;
  }

  /**
   * True if this click continues a double click that began on another button. Stays true while the clicks
   * continue.
   */
  continuesPress(button: HTMLButtonElement, { clientX: x, clientY: y }: MouseEvent): boolean {
    const at = performance.now();
    const { lastPress } = this;
    const continuesPress =
      lastPress !== null &&
      at - lastPress.at < IGNORED_CLICKS_MS &&
      Math.hypot(x - lastPress.x, y - lastPress.y) <= MAX_DOUBLE_CLICK_PX &&
      lastPress.button !== button;
    this.lastPress = continuesPress ? { ...lastPress, at } : { button, at, x, y };
    return continuesPress;
  }

  /** True if the pointer was within these bounds at the time `at`. */
  wasIn({ left, right, top, bottom }: DOMRect, at: number): boolean {
    const step = this.steps.findLast((candidate) => candidate.at <= at);
    return step !== undefined && step.x >= left && step.x <= right && step.y >= top && step.y <= bottom;
  }
}

/**
 * Ignores presses of a button for a moment after its subject changed under the pointer or focus, or after the
 * button moved under a resting pointer. A double click, or a click on what was there a moment ago, then never
 * acts on another buyer. A key that is held down counts once.
 */
@Directive({ selector: 'button[appMisclickGuard]' })
export class MisclickGuard {
  private readonly trail = inject(PointerTrail);
  private readonly button = inject<ElementRef<HTMLButtonElement>>(ElementRef).nativeElement;
  /** Identifies the button's subject and action. After a change, clicks are ignored for a moment. */
  readonly appMisclickGuard = input.required<string>();
  private changedAt = Number.NEGATIVE_INFINITY;
  private focusedAt = Number.POSITIVE_INFINITY;

  constructor() {
    effect(() => {
      this.appMisclickGuard();
      untracked(() => (this.changedAt = performance.now()));
    });
    const { button } = this;
    button.addEventListener('focus', () => (this.focusedAt = performance.now()));
    button.addEventListener('blur', () => (this.focusedAt = Number.POSITIVE_INFINITY));
    button.addEventListener('pointerenter', (event) => {
      if (this.trail.isUnderRestingPointer(event)) this.changedAt = performance.now();
    });
    // Runs in the capture phase, before the template's listeners.
    button.addEventListener('click', (event) => this.isMisclick(event) && stop(event), true);
    button.addEventListener(
      'keydown',
      (event) => event.repeat && (event.key === 'Enter' || event.key === ' ') && stop(event),
      true,
    );
  }

  private isMisclick(event: MouseEvent): boolean {
    const continuesPress = event.detail > 0 && this.trail.continuesPress(this.button, event);
    const hasChanged = this.hasChangedUnder(event);
    // While the clicks continue, they are still meant for the earlier subject.
    if (hasChanged) this.changedAt = performance.now();
    return continuesPress || hasChanged;
  }

  private hasChangedUnder(event: MouseEvent): boolean {
    if (performance.now() - this.changedAt >= IGNORED_CLICKS_MS) return false;
    const isKey = event.detail === 0 && this.focusedAt < Number.POSITIVE_INFINITY;
    return isKey
      ? this.focusedAt <= this.changedAt
      : this.trail.wasIn(this.button.getBoundingClientRect(), this.changedAt);
  }
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
