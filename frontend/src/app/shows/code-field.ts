import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MAX_SKU_LENGTH } from '@sellary/contracts';
import { FieldKeys } from '../ui/field-keys';
import { ScanField } from '../ui/scan-field';
import { storableCode } from './item-code';

/** Field for an item's code. Emits the code after a scan, and when the field loses focus, even if unchanged. */
@Component({
  selector: 'app-code-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FieldKeys, ScanField],
  template: `
    @if (readOnly()) {
      <span class="block truncate pl-2.5 text-meta text-soft tabular-nums">{{ code() }}</span>
    } @else {
      <input
        #box
        class="field h-6! w-full border-transparent! bg-transparent! py-0! text-meta text-soft tabular-nums hover:border-line!"
        i18n-placeholder="Placeholder: the item has no SKU or barcode@@shows.item.no-code"
        placeholder="No code"
        autocomplete="off"
        [attr.aria-label]="label()"
        [attr.maxlength]="maxLength"
        [attr.aria-invalid]="invalid()"
        [value]="code() ?? ''"
        appScanField
        (scanned)="emit(box, $event)"
        appFieldKeys
        (entered)="box.blur()"
        (escaped)="box.value = code() ?? ''; box.blur()"
        (blur)="emit(box, box.value)"
      />
    }
  `,
  host: { class: 'block' },
})
export class CodeField {
  readonly code = input<string>();
  readonly label = input.required<string>();
  readonly readOnly = input(false);
  readonly invalid = input(false);
  /** Null if the field is empty. */
  readonly left = output<string | null>();
  protected readonly maxLength = MAX_SKU_LENGTH;

  protected emit(box: HTMLInputElement, text: string): void {
    const code = storableCode(text);
    box.value = code;
    this.left.emit(code || null);
  }
}
