import { Directive, ElementRef, effect, inject, input } from '@angular/core';

/**
 * Shows the stored value of a select or checkbox again if the chosen one was not saved. The bindings alone do
 * not, because the stored value did not change.
 */
@Directive({ selector: '[appStoredChoice]' })
export class StoredChoice {
  readonly appStoredChoice = input.required<string | number | boolean>();
  /** True from a failure until the next attempt. */
  readonly notSaved = input.required<boolean>();

  constructor() {
    const box = inject<ElementRef<HTMLSelectElement | HTMLInputElement>>(ElementRef).nativeElement;
    effect(() => {
      const stored = this.appStoredChoice();
      if (!this.notSaved()) return;
      if (box instanceof HTMLInputElement) box.checked = stored === true;
      else box.value = String(stored);
    });
  }
}
