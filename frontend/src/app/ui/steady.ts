import { Directive, ElementRef, effect, inject, input, untracked } from '@angular/core';

/** Shorter than it takes to see that something changed and to decide anew. */
export const INERT_MS = 700;

/**
 * A button that does nothing for a moment after what it is about has changed, so that a double click, or a click aimed at what
 * stood there a blink ago, never acts on somebody else. A key held down counts once.
 */
@Directive({ selector: 'button[appSteady]' })
export class Steady {
  /** What the button would act on, and how: a change of this makes it wait. */
  readonly appSteady = input.required<string>();
  private changedAt = Number.NEGATIVE_INFINITY;

  constructor() {
    const button = inject<ElementRef<HTMLButtonElement>>(ElementRef).nativeElement;
    effect(() => {
      this.appSteady();
      untracked(() => (this.changedAt = performance.now()));
    });
    // Captured, so that it comes before whatever the template listens for.
    button.addEventListener('click', (event) => performance.now() - this.changedAt < INERT_MS && stop(event), true);
    button.addEventListener('keydown', (event) => event.repeat && (event.key === 'Enter' || event.key === ' ') && stop(event), true);
  }
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
