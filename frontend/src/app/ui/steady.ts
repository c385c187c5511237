import { DOCUMENT, Directive, ElementRef, Injectable, effect, inject, input, untracked } from '@angular/core';

/** Shorter than it takes to see that something changed and to decide anew. */
export const INERT_MS = 700;
const REMEMBERED = 200;
/** Clicks of one double click are hardly farther apart, in pixels. */
const SAME_SPOT = 24;

interface Press {
  button: HTMLButtonElement;
  at: number;
  x: number;
  y: number;
}

/** Where the pointer has been in the last moments. */
@Injectable({ providedIn: 'root' })
export class PointerTrail {
  private readonly steps: { at: number; x: number; y: number }[] = [];
  private lastPress: Press | null = null;

  constructor() {
    const follow = ({ clientX: x, clientY: y }: PointerEvent): void => {
      this.steps.push({ at: performance.now(), x, y });
      if (this.steps.length > REMEMBERED) this.steps.shift();
    };
    for (const type of ['pointermove', 'pointerdown'] as const) {
      inject(DOCUMENT).addEventListener(type, follow, { capture: true, passive: true });
    }
  }

  /** Has something come under a pointer that did not move? Asked while it is told that the pointer is over it now. */
  cameByItself({ pointerType, clientX, clientY }: PointerEvent): boolean {
    const step = this.steps.at(-1);
    // A finger comes down anew each time.
    return pointerType !== 'touch' && step !== undefined && step.x === clientX && step.y === clientY;
  }

  /** One more click of a double click whose first met another button. As long as one goes on clicking there, it stays one. */
  goesOn(button: HTMLButtonElement, { clientX: x, clientY: y }: MouseEvent): boolean {
    const at = performance.now();
    const first = this.lastPress;
    const goesOn =
      first !== null && at - first.at < INERT_MS && Math.hypot(x - first.x, y - first.y) <= SAME_SPOT && first.button !== button;
    this.lastPress = goesOn ? { ...first, at } : { button, at, x, y };
    return goesOn;
  }

  /** Did the pointer rest within these bounds at that time? */
  wasIn({ left, right, top, bottom }: DOMRect, at: number): boolean {
    const step = this.steps.findLast((one) => one.at <= at);
    return step !== undefined && step.x >= left && step.x <= right && step.y >= top && step.y <= bottom;
  }
}

/**
 * A button that does nothing for a moment after what it is about has changed under the pointer (or under the focus), or after it has itself come
 * under a pointer at rest, so that a double click, or a click aimed at what stood there a blink ago, never acts on somebody else. A key held down
 * counts once.
 */
@Directive({ selector: 'button[appSteady]' })
export class Steady {
  private readonly trail = inject(PointerTrail);
  private readonly button = inject<ElementRef<HTMLButtonElement>>(ElementRef).nativeElement;
  /** What the button would act on, and how: a change of this makes it wait. */
  readonly appSteady = input.required<string>();
  private changedAt = Number.NEGATIVE_INFINITY;
  private focusedAt = Number.POSITIVE_INFINITY;

  constructor() {
    effect(() => {
      this.appSteady();
      untracked(() => (this.changedAt = performance.now()));
    });
    const { button } = this;
    button.addEventListener('focus', () => (this.focusedAt = performance.now()));
    button.addEventListener('blur', () => (this.focusedAt = Number.POSITIVE_INFINITY));
    button.addEventListener('pointerenter', (event) => {
      if (this.trail.cameByItself(event)) this.changedAt = performance.now();
    });
    // Captured, so that it comes before whatever the template listens for.
    button.addEventListener('click', (event) => this.isMeantForAnother(event) && stop(event), true);
    button.addEventListener('keydown', (event) => event.repeat && (event.key === 'Enter' || event.key === ' ') && stop(event), true);
  }

  private isMeantForAnother(event: MouseEvent): boolean {
    const goesOn = event.detail > 0 && this.trail.goesOn(this.button, event);
    return goesOn || this.changedUnder(event);
  }

  private changedUnder(event: MouseEvent): boolean {
    if (performance.now() - this.changedAt >= INERT_MS) return false;
    const isKey = event.detail === 0 && this.focusedAt < Number.POSITIVE_INFINITY;
    return isKey ? this.focusedAt <= this.changedAt : this.trail.wasIn(this.button.getBoundingClientRect(), this.changedAt);
  }
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
