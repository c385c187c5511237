import type { Buyer, Item } from '@sellary/contracts';
import { itemKey } from '../../shows/item-key';
import { buyerName } from '../../ui/buyer-name';
import type { IconName } from '../../ui/icons';
import { platformName } from '../../ui/platform-names';
import { itemWord } from '../../shows/claim-status-words';
import type { CommandId } from '../keys/keymap';
import { viewersOf } from '../panels/items/viewers';
import { type ShowState, itemsInOrder } from '../state/show-state';

/** Something that the palette finds. */
export type PaletteChoice =
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'buyer'; readonly buyer: Buyer };

export interface PaletteEntry {
  readonly choice: PaletteChoice;
  readonly icon: IconName;
  readonly name: string;
  /** A command's key, an item's stock, or a buyer's platform. */
  readonly detail: string;
}

export interface PaletteCommand {
  readonly id: CommandId;
  readonly name: string;
  /** The command's key, or empty if keys are switched off. */
  readonly keys: string;
}

const MAX_ENTRIES = 50;
/** Commands that are quicker by key than in the palette. */
const ONLY_BY_KEY: ReadonlySet<CommandId> = new Set(['up', 'down']);

/** Every command, item, and buyer. Items stay in the show's order, and the latest buyers come first. */
export function paletteEntries(state: ShowState, commands: readonly PaletteCommand[]): PaletteEntry[] {
  return [
    ...commands
      .filter(({ id }) => !ONLY_BY_KEY.has(id))
      .map(({ id, name, keys }): PaletteEntry => ({
        choice: { kind: 'command', id },
        icon: 'bolt',
        name,
        detail: keys,
      })),
    ...itemsInOrder(state).map((item): PaletteEntry => ({
      choice: { kind: 'item', item },
      icon: 'inventory_2',
      name: `${item.itemNumber} ${item.title ?? ''}`.trim(),
      detail: itemWord(item).word,
    })),
    ...viewersOf(state).map(({ buyer }): PaletteEntry => ({
      choice: { kind: 'buyer', buyer },
      icon: 'person',
      name: buyerName(buyer),
      detail: platformName(buyer.platform),
    })),
  ];
}

/**
 * Returns the entries that contain every search word, best match first: the item with this number, then
 * entries in which each search word begins a word of the name, then the rest.
 */
export function findEntries(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const number = itemKey(text);
  const rankOf = ({ choice, name, detail }: PaletteEntry): number => {
    if (choice.kind === 'item' && number !== '' && itemKey(choice.item.itemNumber) === number) return 0;
    const names = name.toLowerCase().split(/[\s@]+/);
    if (words.every((word) => names.some((part) => part.startsWith(word)))) return 1;
    const all = `${name} ${detail}`.toLowerCase();
    return words.every((word) => all.includes(word)) ? 2 : 3;
  };
  return entries
    .map((entry, index) => ({ entry, index, rank: rankOf(entry) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, MAX_ENTRIES)
    .map(({ entry }) => entry);
}
