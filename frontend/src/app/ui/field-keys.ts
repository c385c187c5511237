import { Directive, output } from '@angular/core';

/**
 * True if an input method (Chinese, Japanese, Korean, …) is using the key to compose a word. Enter then
 * chooses a word and Escape discards one. Safari reports the last Enter after the composition, recognizable
 * only by key code 229.
 */
export function isComposing(event: Event): boolean {
  const { isComposing: composing, keyCode } = event as Partial<KeyboardEvent>;
  return composing === true || keyCode === 229;
}

/**
 * Emits Enter and Escape from a text field, or from a component around one. Every field uses this directive
 * instead of `keydown.enter` or `keydown.escape`.
 */
@Directive({ selector: '[appFieldKeys]', host: { '(keydown)': 'press($event)' } })
export class FieldKeys {
  readonly entered = output<KeyboardEvent>();
  readonly escaped = output<KeyboardEvent>();

  protected press(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Enter') this.entered.emit(event);
    else if (event.key === 'Escape') this.escaped.emit(event);
  }
}
