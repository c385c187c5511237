import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { isComposing } from '../../ui/field-keys';
import { KeyBursts } from '../../ui/key-bursts';
import { LazyDialogs } from '../../ui/lazy-dialogs';
import { Timer } from '../list/timer';
import { COMMANDS_WITHOUT_SELECTION, type CommandId, Keymap } from './keymap';
import { digitOf, isLatin, keyPressOf, usKey, typedKey } from './typed-key';

export interface KeyTarget {
  run(id: CommandId): void;
  /** Called when an item number and Enter are typed. */
  goToItem(number: string): void;
  /** Called when a scanner types a code that is not only digits, and then Enter. */
  goToCode(code: string): void;
  escape(): void;
  /** Opens the palette, even from a field. */
  find(): void;
}

const SEQUENCE_MS = 1_500;
const DIGITS_MS = 4_000;
/** A barcode has up to 14 digits, and a scanner types them like an item number. */
const MAX_DIGITS = 14;

/**
 * Listens for the console's keys. Ignores keys in dialogs, keys other than Ctrl K in fields, keys while an
 * input method is composing a word, and auto-repeat. A letter acts after a delay, because a scanned code may
 * begin with it.
 */
@Injectable()
export class Hotkeys {
  private readonly keymap = inject(Keymap);
  private readonly dialogs = inject(LazyDialogs);
  /** The digits of an item number typed so far. */
  readonly digits = signal('');
  private prefix = '';
  private readonly bursts = new KeyBursts();
  /** True if the last letter was Latin; false before the first letter. */
  private writesLatin = false;
  private readonly timer = new Timer();
  private target: KeyTarget | null = null;

  constructor() {
    const listener = (event: KeyboardEvent): void => this.onKeydown(event);
    // In the capture phase, because digits and Enter go to an item, no matter what has the focus.
    document.addEventListener('keydown', listener, true);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('keydown', listener, true);
      this.bursts.clear();
    });
  }

  listen(target: KeyTarget): void {
    this.target = target;
  }

  private onKeydown(event: KeyboardEvent): void {
    const { target } = this;
    if (!target || event.repeat || this.dialogs.isOpen) return;
    if (!isComposing(event) && isPaletteKey(event)) {
      event.preventDefault();
      target.find();
      return;
    }
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && !isField(event.target) && !inMenu(event.target)) {
      this.escape(target);
      return;
    }
    if (!this.keymap.isOn() || isField(event.target) || inMenu(event.target)) return;
    if (this.handleScan(event, target) || this.handleDigit(event, target)) return;
    if ([...event.key].length === 1) this.handleLetter(event, target);
    // Earlier keys must not act on the row that this key moves to.
    else if (event.key !== 'Shift') {
      this.bursts.flush();
      this.prefix = '';
    }
  }

  private escape(target: KeyTarget): void {
    const hadInput = this.digits() !== '' || this.prefix !== '';
    this.clearInput();
    if (!hadInput) target.escape();
  }

  /** Ends a scanned code. Digits alone are an item number, whether a scanner or a person typed them. */
  private handleScan(event: KeyboardEvent, target: KeyTarget): boolean {
    if (event.key !== 'Enter') return false;
    const code = this.bursts.end(event.timeStamp);
    if (code === null || /^\p{Nd}+$/u.test(code)) return false;
    event.preventDefault();
    event.stopPropagation();
    this.clearInput();
    target.goToCode(code);
    return true;
  }

  private handleDigit(event: KeyboardEvent, target: KeyTarget): boolean {
    const digit = digitOf(keyPressOf(event));
    if (digit !== null) {
      // The digit may be in the middle of a code.
      this.bursts.add(digit, event.timeStamp, () => undefined);
      this.digits.update((digits) => (digits + digit).slice(-MAX_DIGITS));
      this.timer.start(DIGITS_MS, () => this.clearInput());
      event.preventDefault();
      return true;
    }
    const digits = this.digits();
    if (digits === '') return false;
    if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      this.clearInput();
      target.goToItem(digits);
      return true;
    }
    if (event.key === 'Backspace') {
      this.digits.set(digits.slice(0, -1));
      event.preventDefault();
      return true;
    }
    if (event.key !== 'Shift') this.clearInput();
    return false;
  }

  private handleLetter(event: KeyboardEvent, target: KeyTarget): void {
    const keys = this.keysOf(event);
    const press = keyPressOf(event);
    const character = isLatin(press.key) ? press.key : typedKey(press);
    const focused = document.activeElement;
    const isScanned = this.bursts.add(character, event.timeStamp, () => {
      // A dialog has its own keys.
      if (!this.dialogs.isOpen) this.runCommand(keys, target, focused?.isConnected !== false);
    });
    // Prevented immediately, because otherwise the browser would act on the key.
    if (isScanned || this.commandOf(keys) !== undefined) event.preventDefault();
  }

  /**
   * @param hasFocus false if the row that had the focus is gone, because a key pressed for it must not act on
   * another row
   */
  private runCommand(keys: readonly string[], target: KeyTarget, hasFocus: boolean): void {
    const command = this.commandOf(keys);
    this.prefix = '';
    if (command !== undefined) {
      if (hasFocus || COMMANDS_WITHOUT_SELECTION.has(command)) target.run(command);
      return;
    }
    this.prefix = keys.find((key) => this.keymap.isPrefix(key)) ?? '';
    if (this.prefix) this.timer.start(SEQUENCE_MS, () => this.clearInput());
  }

  private commandOf(keys: readonly string[]): CommandId | undefined {
    const prefix = this.prefix ? `${this.prefix} ` : '';
    return (
      keys.map((key) => this.keymap.commandFor(prefix + key)).find((found) => found !== null) ?? undefined
    );
  }

  /**
   * Returns candidate keys for a press, best first. Some letter keys on a non-Latin keyboard type
   * punctuation, such as `'` for W on a Hebrew keyboard. If that character has no command, the key's position
   * is used.
   */
  private keysOf(event: KeyboardEvent): string[] {
    const press = keyPressOf(event);
    const typed = typedKey(press);
    if ([...typed].length !== 1 || typed === ' ') return [];
    const isLetter = /^\p{L}/u.test(press.key);
    if (isLetter) this.writesLatin = isLatin(press.key);
    const positionKey = isLetter || this.writesLatin ? null : usKey(press);
    return [
      ...(isLatin(press.key) ? [] : [press.key]),
      typed,
      ...(positionKey === null ? [] : [positionKey]),
    ];
  }

  private clearInput(): void {
    this.timer.stop();
    this.digits.set('');
    this.prefix = '';
  }
}

/** True for Ctrl K or Cmd K. On a non-Latin keyboard, true for the key in the same position as K. */
function isPaletteKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey === metaKey || altKey || shiftKey) return false;
  return isLatin(key) ? key.toLowerCase() === 'k' : code === 'KeyK';
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ['TEXTAREA', 'SELECT'].includes(target.tagName) ||
      (target instanceof HTMLInputElement && target.type !== 'checkbox'))
  );
}

function inMenu(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="menu"]') !== null;
}
