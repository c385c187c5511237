import { Injectable, computed, signal } from '@angular/core';
import { storeSetting, readSetting } from '../../ui/local-setting';

/** Every command that has a key, with its default key. `g` waits for a second letter. */
export const COMMANDS = [
  { id: 'search', keys: '/', name: $localize`:@@console.key.search:Search claims by handle, item, or text` },
  { id: 'add', keys: 'n', name: $localize`:@@console.key.add:Add an item, with the next number filled in` },
  { id: 'show', keys: 's', name: $localize`:@@console.key.show:Show the selected item` },
  { id: 'next', keys: '.', name: $localize`:@@console.key.next:Show the next item` },
  { id: 'previous', keys: ',', name: $localize`:@@console.key.previous:Show the previous item` },
  { id: 'down', keys: 'j', name: $localize`:@@console.key.down:Move down` },
  { id: 'up', keys: 'k', name: $localize`:@@console.key.up:Move up` },
  { id: 'items', keys: 'g i', name: $localize`:@@console.key.items:Go to items` },
  { id: 'feed', keys: 'g f', name: $localize`:@@console.key.feed:Go to claims` },
  { id: 'comments', keys: 'g c', name: $localize`:@@console.key.comments:Go to comments` },
  { id: 'needs', keys: 'v', name: $localize`:@@console.key.needs:Go to Needs you` },
  { id: 'accept', keys: 'y', name: $localize`:@@console.key.accept:Accept the selected entry in Needs you` },
  {
    id: 'dismiss',
    keys: 'x',
    name: $localize`:@@console.key.dismiss:Dismiss the selected entry in Needs you`,
  },
  {
    id: 'edit',
    keys: 'e',
    name: $localize`:@@console.key.edit:Edit the selected entry in Needs you, then accept`,
  },
  { id: 'release', keys: 'R', name: $localize`:@@console.key.release:Release the selected claim` },
  { id: 'first', keys: 'w', name: $localize`:@@console.key.first:Award to the first buyer in line` },
  { id: 'award', keys: 'a', name: $localize`:@@console.key.award:Award to a buyer by handle` },
  {
    id: 'withdraw',
    keys: 'W',
    name: $localize`:@@console.key.withdraw:Withdraw the selected item, or restore it`,
  },
  { id: 'undo', keys: 'u', name: $localize`:@@console.key.undo:Undo my last change` },
  { id: 'pause', keys: 'P', name: $localize`:@@console.key.pause:Pause or resume the show` },
  { id: 'buyer', keys: 'b', name: $localize`:@@console.key.buyer:Open the buyer card` },
  { id: 'mute', keys: 'm', name: $localize`:@@console.key.mute:Mute sounds` },
  { id: 'note', keys: 'N', name: $localize`:@@console.key.note:Write a note to the host` },
  { id: 'help', keys: '?', name: $localize`:@@console.key.help:Show keyboard shortcuts` },
] as const;
export type CommandId = (typeof COMMANDS)[number]['id'];

/** Commands that do not depend on the selected row. All others act on that row, or move from it. */
export const COMMANDS_WITHOUT_SELECTION: ReadonlySet<CommandId> = new Set([
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

interface StoredKeys {
  on: boolean;
  keys: Partial<Record<CommandId, string>>;
}

const STORAGE_KEY = 'sellary.keys';

/** This device's keys, which can be changed and switched off (WCAG 2.1.4). */
@Injectable({ providedIn: 'root' })
export class Keymap {
  private readonly stored = signal(readSetting(STORAGE_KEY, isStoredKeys, { on: true, keys: {} }));
  readonly isOn = computed(() => this.stored().on);
  readonly bindings = computed(() =>
    COMMANDS.map((command) => ({ ...command, keys: this.stored().keys[command.id] ?? command.keys })),
  );
  readonly hasChanges = computed(() => Object.keys(this.stored().keys).length > 0);
  private readonly byKeys = computed(() => new Map(this.bindings().map(({ id, keys }) => [keys, id])));
  private readonly prefixes = computed(
    () =>
      new Set([...this.byKeys().keys()].flatMap((keys) => (keys.includes(' ') ? [keys.split(' ')[0]] : []))),
  );

  commandFor(keys: string): CommandId | null {
    return this.byKeys().get(keys) ?? null;
  }

  /** True if a longer combination begins with this key. */
  isPrefix(key: string): boolean {
    return this.prefixes().has(key);
  }

  keysOf(id: CommandId): string {
    return this.bindings().find((binding) => binding.id === id)?.keys ?? '';
  }

  /**
   * @returns the name of the command that already uses this key and keeps it, or null if the key was bound
   */
  bind(id: CommandId, key: string): string | null {
    const other = this.bindings().find(
      (binding) => binding.id !== id && (binding.keys === key || binding.keys.startsWith(`${key} `)),
    );
    if (other) return other.name;
    this.save({ ...this.stored(), keys: { ...this.stored().keys, [id]: key } });
    return null;
  }

  setOn(on: boolean): void {
    this.save({ ...this.stored(), on });
  }

  reset(): void {
    this.save({ ...this.stored(), keys: {} });
  }

  private save(stored: StoredKeys): void {
    this.stored.set(stored);
    storeSetting(STORAGE_KEY, stored);
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
 * True for letters and symbols. Space presses buttons and scrolls, digits go to items, and keys such as Enter
 * have other uses.
 */
export function isBindable(key: string): boolean {
  return [...key].length === 1 && !/[\s\d]/.test(key);
}

function isStoredKeys(value: unknown): value is StoredKeys {
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
