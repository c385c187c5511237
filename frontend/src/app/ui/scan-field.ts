import { Directive, output } from '@angular/core';
import { ScanDetector } from './scan-detector';

/**
 * A text field, or a form with one, into which a scanner may type. The field then has its earlier text again,
 * and the code is reported instead of being added to the text.
 */
@Directive({ selector: '[appScanField]', host: { '(keydown)': 'press($event)' } })
export class ScanField {
  readonly scanned = output<string>();
  private readonly detector = new ScanDetector();
  private textBefore = '';

  protected press(event: KeyboardEvent): void {
    const box = event.target;
    if (!(box instanceof HTMLInputElement)) return;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const code = this.detector.press(event.key, event.timeStamp);
    if (this.detector.hasJustBegun) this.textBefore = box.value;
    if (code === null) return;
    // Enter would send the form.
    event.preventDefault();
    event.stopImmediatePropagation();
    box.value = this.textBefore;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    this.scanned.emit(code);
  }
}
