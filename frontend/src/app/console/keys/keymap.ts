import { Injectable, computed, signal } from '@angular/core';
import { storeSetting, readSetting } from '../../ui/local-setting';

/** Every action that has a key, with its default key. `g` waits for a second letter. */
export const KEY_ACTS = [
  { id: 'search', keys: '/', does: $localize`:@@console.key.search:Search claims by handle, item, or text` },
  { id: 'add', keys: 'n', does: $localize`:@@console.key.add:Add an item, with the next number filled in` },
  { id: 'show', keys: 's', does: $localize`:@@console.key.show:Show the selected item` },
  { id: 'next', keys: '.', does: $localize`:@@console.key.next:Show the next item` },
  { id: 'previous', keys: ',', does: $localize`:@@console.key.previous:Show the previous item` },
  { id: 'down', keys: 'j', does: $localize`:@@console.key.down:Move down` },
  { id: 'up', keys: 'k', does: $localize`:@@console.key.up:Move up` },
  { id: 'items', keys: 'g i', does: $localize`:@@console.key.items:Go to items` },
  { id: 'feed', keys: 'g f', does: $localize`:@@console.key.feed:Go to claims` },
  { id: 'comments', keys: 'g c', does: $localize`:@@console.key.comments:Go to comments` },
  { id: 'needs', keys: 'v', does: $localize`:@@console.key.needs:Go to Needs you` },
  { id: 'accept', keys: 'y', does: $localize`:@@console.key.accept:Accept the selected entry in Needs you` },
  {
    id: 'dismiss',
    keys: 'x',
    does: $localize`:@@console.key.dismiss:Dismiss the selected entry in Needs you`,
  },
  {
    id: 'edit',
    keys: 'e',
    does: $localize`:@@console.key.edit:Edit the selected entry in Needs you, then accept`,
  },
  { id: 'release', keys: 'R', does: $localize`:@@console.key.release:Release the selected claim` },
  { id: 'first', keys: 'w', does: $localize`:@@console.key.first:Award to the first buyer in line` },
  { id: 'award', keys: 'a', does: $localize`:@@console.key.award:Award to a handle` },
  {
    id: 'withdraw',
    keys: 'W',
    does: $localize`:@@console.key.withdraw:Withdraw the selected item, or restore it`,
  },
  { id: 'undo', keys: 'u', does: $localize`:@@console.key.undo:Undo my last change` },
  { id: 'pause', keys: 'P', does: $localize`:@@console.key.pause:Pause or resume the show` },
  { id: 'buyer', keys: 'b', does: $localize`:@@console.key.buyer:Open the buyer card` },
  { id: 'mute', keys: 'm', does: $localize`:@@console.key.mute:Mute sounds` },
  { id: 'note', keys: 'N', does: $localize`:@@console.key.note:Write a note to the host` },
  { id: 'help', keys: '?', does: $localize`:@@console.key.help:Show keyboard shortcuts` },
] as const;
export type KeyActId = (typeof KEY_ACTS)[number]['id'];

/** Actions that are the same whatever is selected. All others act on the selected row, or move from it. */
export const ACTS_WITHOUT_SELECTION: ReadonlySet<KeyActId> = new Set([
  'search',
  'add',
  'next',
  'previous',
  'items',
  'feed',
  'comments',
  'needs',
  'undo',
  'pause',
  'mute',
  'note',
  'help',
]);

/** Keys that cannot be changed. */
export const FIXED_KEYS = [
  { keys: 'Ctrl+K', does: $localize`:@@console.key.palette:Find a command, item, or buyer` },
  { keys: '0 – 9', does: $localize`:@@console.key.go-to:Go to an item: type its number, then Enter` },
  { keys: 'Enter', does: $localize`:@@console.key.open:Open the selected row` },
  { keys: 'Esc', does: $localize`:@@console.key.close:Close the details, or clear the typed number` },
  { keys: 'Home', does: $localize`:@@console.key.newest:Go to the newest row` },
] as const;

interface Choice {
  on: boolean;
  keys: Partial<Record<KeyActId, string>>;
}

const STORED = 'sellary.keys';

/** The keys of this device. They can be changed and switched off (WCAG 2.1.4). */
@Injectable({ providedIn: 'root' })
export class Keymap {
  private readonly choice = signal(readSetting(STORED, isChoice, { on: true, keys: {} }));
  readonly on = computed(() => this.choice().on);
  readonly bindings = computed(() =>
    KEY_ACTS.map((act) => ({ ...act, keys: this.choice().keys[act.id] ?? act.keys, own: act.keys })),
  );
  readonly changed = computed(() => Object.keys(this.choice().keys).length > 0);
  private readonly byKeys = computed(() => new Map(this.bindings().map(({ id, keys }) => [keys, id])));
  private readonly prefixes = computed(
    () =>
      new Set([...this.byKeys().keys()].flatMap((keys) => (keys.includes(' ') ? [keys.split(' ')[0]] : []))),
  );

  act(keys: string): KeyActId | null {
    return this.byKeys().get(keys) ?? null;
  }

  /** True if a longer combination begins with this key. */
  begins(key: string): boolean {
    return this.prefixes().has(key);
  }

  keysOf(id: KeyActId): string {
    return this.bindings().find((binding) => binding.id === id)?.keys ?? '';
  }

  /** @returns the name of the action that already has this key and keeps it; null if the key was bound */
  bind(id: KeyActId, key: string): string | null {
    const other = this.bindings().find(
      (binding) => binding.id !== id && (binding.keys === key || binding.keys.startsWith(`${key} `)),
    );
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
    storeSetting(STORED, choice);
  }
}

/** The name of a key, such as "Shift+R" or "g then i". */
export function keyName(keys: string): string {
  return keys
    .split(' ')
    .map((key) => (/^[A-Z]$/.test(key) ? `Shift+${key}` : key))
    .reduce(
      (first, second) =>
        $localize`:Two keys, pressed one after the other@@console.key.sequence:${first}:first: then ${second}:second:`,
    );
}

/**
 * True if a command can have this key: not Space, which presses and scrolls, nor digits, which go to items,
 * nor named keys.
 */
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
