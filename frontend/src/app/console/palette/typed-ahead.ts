import { isComposing } from '../../ui/field-keys';

/** Collects the keys pressed while the palette opens, because its field cannot receive them yet. */
export class TypedAhead {
  private readonly listening = new AbortController();
  private text = '';
  /** True if Enter was pressed. The keys after it are dropped. */
  private isEntered = false;

  constructor(document: Document) {
    document.addEventListener('keydown', (event) => this.collect(event), {
      capture: true,
      signal: this.listening.signal,
    });
  }

  private collect(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (isComposing(event) || ctrlKey || metaKey || altKey) return;
    if (key === 'Escape') [this.text, this.isEntered] = ['', false];
    else if (key === 'Enter' || this.isEntered) this.isEntered = true;
    else if (key === 'Backspace') this.text = [...this.text].slice(0, -1).join('');
    else if ([...key].length === 1) this.text += key;
    else return;
    // The focused row must not receive the key.
    event.preventDefault();
    event.stopPropagation();
  }

  stop(): void {
    this.listening.abort();
  }

  /** Focuses the field, and types the collected keys into it. Later keys go to the field directly. */
  typeInto(field: HTMLInputElement | null): void {
    this.stop();
    if (field === null) return;
    field.focus();
    if (this.text !== '') {
      field.value = this.text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (this.isEntered) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    }
  }
}
