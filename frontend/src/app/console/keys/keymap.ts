import { Injectable, computed, signal } from '@angular/core';
import { keep, readKept } from '../../ui/kept';

/** Everything a key can do in the console, with the key it has unless somebody chose another. `g` waits for a second letter. */
export const KEY_ACTS = [
  { id: 'search', keys: '/', does: 'Search handles, items and words' },
  { id: 'add', keys: 'n', does: 'Add an item, with the next number filled in' },
  { id: 'show', keys: 's', does: 'Show the selected item' },
  { id: 'next', keys: '.', does: 'Show the next item' },
  { id: 'previous', keys: ',', does: 'Show the one before' },
  { id: 'down', keys: 'j', does: 'Move down' },
  { id: 'up', keys: 'k', does: 'Move up' },
  { id: 'items', keys: 'g i', does: 'Go to items' },
  { id: 'feed', keys: 'g f', does: 'Go to claims' },
  { id: 'comments', keys: 'g c', does: 'Go to comments' },
  { id: 'needs', keys: 'v', does: 'Go to Needs you' },
  { id: 'accept', keys: 'y', does: 'Accept what the selected entry of Needs you offers' },
  { id: 'dismiss', keys: 'x', does: 'Dismiss the selected entry of Needs you' },
  { id: 'edit', keys: 'e', does: 'Open the selected entry of Needs you, to give it another number' },
  { id: 'release', keys: 'R', does: 'Release the selected claim' },
  { id: 'first', keys: 'w', does: 'Award to whoever waits first' },
  { id: 'award', keys: 'a', does: 'Award to a handle' },
  { id: 'undo', keys: 'u', does: 'Undo my last act' },
  { id: 'pause', keys: 'P', does: 'Pause or resume' },
  { id: 'buyer', keys: 'b', does: 'Open the buyer card' },
  { id: 'mute', keys: 'm', does: 'Mute sounds' },
  { id: 'note', keys: 'N', does: 'Write a note for the host' },
  { id: 'help', keys: '?', does: 'Show these keys' },
] as const;
export type KeyActId = (typeof KEY_ACTS)[number]['id'];

/** Keys that always mean the same: going to an item by its digits, opening, closing. */
export const FIXED_KEYS = [
  { keys: '0 – 9', does: 'Go to an item: type its number, then Enter' },
  { keys: 'Enter', does: 'Open what is selected' },
  { keys: 'Esc', does: 'Close, or forget what was typed' },
  { keys: 'Home', does: 'To the newest' },
] as const;

interface Choice {
  on: boolean;
  keys: Partial<Record<KeyActId, string>>;
}

const STORED = 'sellary.keys';

/** Which key does what at this device; all of them can be switched off (WCAG 2.1.4). */
@Injectable({ providedIn: 'root' })
export class Keymap {
  private readonly choice = signal(readKept(STORED, isChoice, { on: true, keys: {} }));
  readonly on = computed(() => this.choice().on);
  readonly bindings = computed(() => KEY_ACTS.map((act) => ({ ...act, keys: this.choice().keys[act.id] ?? act.keys, own: act.keys })));
  readonly changed = computed(() => Object.keys(this.choice().keys).length > 0);
  private readonly byKeys = computed(() => new Map(this.bindings().map(({ id, keys }) => [keys, id])));
  private readonly prefixes = computed(
    () => new Set([...this.byKeys().keys()].flatMap((keys) => (keys.includes(' ') ? [keys.split(' ')[0]] : []))),
  );

  act(keys: string): KeyActId | null {
    return this.byKeys().get(keys) ?? null;
  }

  /** Does a longer combination begin like this? */
  begins(key: string): boolean {
    return this.prefixes().has(key);
  }

  keysOf(id: KeyActId): string {
    return this.bindings().find((binding) => binding.id === id)?.keys ?? '';
  }

  /** @returns what already has this key, and keeps it; null when it was taken over. */
  bind(id: KeyActId, key: string): string | null {
    const other = this.bindings().find((binding) => binding.id !== id && (binding.keys === key || binding.keys.startsWith(`${key} `)));
    if (other) return other.does;
    this.save({ ...this.choice(), keys: { ...this.choice().keys, [id]: key } });
    return null;
  }

  switch(on: boolean): void {
    this.save({ ...this.choice(), on });
  }

  reset(): void {
    this.save({ ...this.choice(), keys: {} });
  }

  private save(choice: Choice): void {
    this.choice.set(choice);
    keep(STORED, choice);
  }
}

/** A key as people read it: "Shift+R", "g then i". */
export function keyName(keys: string): string {
  return keys
    .split(' ')
    .map((key) => (/^[A-Z]$/.test(key) ? `Shift+${key}` : key))
    .join(' then ');
}

/** May this key be given to an act? Space presses and scrolls, digits go to items, the rest moves the focus. */
export function isBindable(key: string): boolean {
  return [...key].length === 1 && !/[\s\d]/.test(key);
}

function isChoice(value: unknown): value is Choice {
  return (
    typeof value === 'object' &&
    value !== null &&
    'on' in value &&
    typeof value.on === 'boolean' &&
    'keys' in value &&
    typeof value.keys === 'object' &&
    value.keys !== null &&
    Object.values(value.keys).every((key) => typeof key === 'string')
  );
}
