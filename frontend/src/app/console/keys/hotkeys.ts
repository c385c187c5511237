import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { type KeyActId, Keymap } from './keymap';

export interface KeyTarget {
  act(id: KeyActId): void;
  /** The digits of an item, and Enter. */
  goTo(number: string): void;
  escape(): void;
}

const SEQUENCE_MS = 1_500;
const DIGITS_MS = 4_000;
const MOST_DIGITS = 12;

/** Hears the keys of the console: not in fields, not while a word is being composed, not in dialogs, never by holding one down. */
@Injectable()
export class Hotkeys {
  private readonly keymap = inject(Keymap);
  private readonly dialog = inject(MatDialog);
  /** What has been typed towards an item's number. */
  readonly digits = signal('');
  private prefix = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private target: KeyTarget | null = null;

  constructor() {
    const hear = (event: KeyboardEvent): void => this.hear(event);
    // Before anybody else: digits followed by Enter go to an item, whatever has the focus.
    document.addEventListener('keydown', hear, true);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('keydown', hear, true);
      clearTimeout(this.timer);
    });
  }

  listen(target: KeyTarget): void {
    this.target = target;
  }

  private hear(event: KeyboardEvent): void {
    const { target } = this;
    if (!target || event.repeat || this.dialog.openDialogs.length > 0) return;
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && !isField(event.target) && !inMenu(event.target)) {
      this.escape(target);
      return;
    }
    if (!this.keymap.on() || isField(event.target) || inMenu(event.target)) return;
    if (this.digit(event, target)) return;
    this.letter(event, target);
  }

  private escape(target: KeyTarget): void {
    const typed = this.digits() !== '' || this.prefix !== '';
    this.forget();
    if (!typed) target.escape();
  }

  private digit(event: KeyboardEvent, target: KeyTarget): boolean {
    if (/^\d$/.test(event.key)) {
      this.digits.update((digits) => (digits + event.key).slice(-MOST_DIGITS));
      this.forgetIn(DIGITS_MS);
      event.preventDefault();
      return true;
    }
    const digits = this.digits();
    if (digits === '') return false;
    if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      this.forget();
      target.goTo(digits);
      return true;
    }
    if (event.key === 'Backspace') {
      this.digits.set(digits.slice(0, -1));
      event.preventDefault();
      return true;
    }
    if (event.key !== 'Shift') this.forget();
    return false;
  }

  private letter(event: KeyboardEvent, target: KeyTarget): void {
    const { key } = event;
    if ([...key].length !== 1 || key === ' ') return;
    const keys = this.prefix ? `${this.prefix} ${key}` : key;
    const act = this.keymap.act(keys);
    this.prefix = '';
    if (act) {
      event.preventDefault();
      target.act(act);
    } else if (this.keymap.begins(key)) {
      this.prefix = key;
      this.forgetIn(SEQUENCE_MS);
    }
  }

  private forgetIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.forget(), ms);
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.digits.set('');
    this.prefix = '';
  }
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
