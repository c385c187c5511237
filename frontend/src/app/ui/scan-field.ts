import { Directive, output } from '@angular/core';
import { ScanDetector } from './scan-detector';

/**
 * Recognizes a code that a scanner types into a text field, or into any field of a form. Emits the code, and
 * restores the field's text from before the scan.
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
    // Enter would submit the form.
    event.preventDefault();
    event.stopImmediatePropagation();
    box.value = this.textBefore;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    this.scanned.emit(code);
  }
}
