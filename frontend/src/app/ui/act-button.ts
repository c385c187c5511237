import { Directive, ElementRef, Injectable, computed, inject, input, signal } from '@angular/core';
import { Notices } from './notices';

/** A pause of all acts while the page may be out of date. The live console starts and ends the pause. */
@Injectable({ providedIn: 'root' })
export class ActPause {
  /** A sentence for the user; null if acts may be sent. */
  readonly reason = signal<string | null>(null);
}

/**
 * A button that changes something on the server. While it must not be pressed, it appears unavailable, and a
 * press does nothing. It keeps focus, so that the next key does not act elsewhere. While acts are paused, its
 * tooltip, its description, and a notice after a press give the reason.
 */
@Directive({
  selector: 'button[appAct]',
  exportAs: 'appAct',
  host: {
    '[attr.aria-disabled]': 'isUnavailable() || null',
    '[attr.aria-description]': 'pause.reason()',
    '(pointerenter)': 'explain()',
    '(pointerleave)': 'restoreTitle()',
  },
})
export class ActButton {
  protected readonly pause = inject(ActPause);
  private readonly notices = inject(Notices);
  private readonly button = inject<ElementRef<HTMLButtonElement>>(ElementRef).nativeElement;
  /** True if the act is impossible or already running. */
  readonly appAct = input.required<boolean>();
  /** True if a press does nothing. Material buttons need it as `[disabled]` with `disabledInteractive`. */
  readonly isUnavailable = computed(() => this.appAct() || this.pause.reason() !== null);
  private titleBefore: string | null = null;

  constructor() {
    // Runs in the capture phase, before the template's listeners.
    this.button.addEventListener('click', (event) => this.isUnavailable() && this.refuse(event), true);
  }

  private refuse(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    const reason = this.pause.reason();
    if (reason !== null) this.notices.warn(reason);
  }

  protected explain(): void {
    const reason = this.pause.reason();
    if (reason === null) return;
    this.titleBefore = this.button.title;
    this.button.title = reason;
  }

  protected restoreTitle(): void {
    if (this.titleBefore !== null) this.button.title = this.titleBefore;
    this.titleBefore = null;
  }
}
