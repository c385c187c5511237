import { Directive, ElementRef, inject, output } from '@angular/core';
import { ScanDetector } from './scan-detector';

/**
 * A text field into which a scanner may type. The field then holds what it held before, and the code is
 * reported instead of being added to the text.
 */
@Directive({ selector: 'input[appScanField]', host: { '(keydown)': 'press($event)' } })
export class ScanField {
  private readonly box = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  readonly scanned = output<string>();
  private readonly detector = new ScanDetector();
  private textBefore = '';

  protected press(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const code = this.detector.press(event.key, event.timeStamp);
    if (this.detector.hasJustBegun) this.textBefore = this.box.value;
    if (code === null) return;
    // Enter would send the form.
    event.preventDefault();
    event.stopImmediatePropagation();
    this.box.value = this.textBefore;
    this.box.dispatchEvent(new Event('input', { bubbles: true }));
    this.scanned.emit(code);
  }
}
