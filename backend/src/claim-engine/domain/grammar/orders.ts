import type { Act } from '@sellary/contracts';
import type { ActElement, Element, ItemElement, VariantElement } from './element';
import { MAX_QUANTITY, PLAUSIBLE_AMOUNT } from './numbers';
import { Strength } from './roles';

type Placed<Body> = Extract<Element, Body>;
type PlacedAct = Placed<ActElement>;
type PlacedItem = Placed<ItemElement>;
type PlacedVariant = Placed<VariantElement>;

/** One item asked for, with its quantity and options. */
export interface Line {
  item: PlacedItem | null;
  quantity: number | null;
  variants: PlacedVariant[];
  start: number;
  end: number;
}

interface ActGroup {
  kind: 'act';
  act: Act;
  strength: Strength;
  words: PlacedAct[];
}

interface ItemGroup {
  kind: 'items';
  lines: Line[];
}

type Group = ActGroup | ItemGroup;

/** An act and the items it is about. */
export interface Order {
  act: Act;
  strength: Strength;
  words: PlacedAct[];
  lines: Line[];
  rule: string;
}

export interface Orders {
  orders: Order[];
  /** A word without an item, with the options said beside it. */
  bare: { order: Order; line: Line } | null;
  /** Items without a word. */
  loose: Line[];
  /** Why a person should look, the first reason first. */
  doubts: string[];
}

class Grouping {
  readonly groups: Group[] = [];
  readonly doubts: string[] = [];
  private pending: Line = emptyLine();
  private link: 'none' | 'join' | 'plus' | 'break' = 'none';

  add(element: Element): void {
    switch (element.kind) {
      case 'act':
        this.act(element);
        break;
      case 'item':
        this.item(element);
        break;
      case 'quantity':
        if (element.doubt) this.doubts.push(element.doubt);
        this.quantity(element.quantity, element);
        break;
      case 'variant':
        this.variant(element);
        break;
      case 'join':
        this.link = 'join';
        break;
      case 'plus-sign':
        this.link = 'plus';
        break;
      case 'line':
      case 'clause':
        if (this.link === 'none') this.link = 'break';
        break;
      default:
        break;
    }
  }

  get leftover(): Line {
    return this.pending;
  }

  private get lastLine(): Line | undefined {
    const group = this.groups.at(-1);
    return group?.kind === 'items' ? group.lines.at(-1) : undefined;
  }

  private act(element: PlacedAct): void {
    const group = this.groups.at(-1);
    if (group?.kind !== 'act') {
      this.groups.push({ kind: 'act', act: element.act, strength: element.strength, words: [element] });
    } else {
      group.words.push(element);
      mergeActs(group, element, this.doubts);
    }
    this.link = 'none';
  }

  private item(element: PlacedItem): void {
    const last = this.lastLine;
    if (element.doubt) this.doubts.push(element.doubt);
    if (last && this.link !== 'join' && this.isAmountOf(last, element)) {
      last.quantity = element.number;
      last.end = element.end;
      return;
    }
    if (last && this.link !== 'join') this.checkUnlinked(last, element);
    const line = this.pending;
    this.pending = emptyLine();
    line.item = element;
    line.start = Math.min(line.start, element.start);
    line.end = Math.max(line.end, element.end);
    const group = this.groups.at(-1);
    if (group?.kind === 'items') group.lines.push(line);
    else this.groups.push({ kind: 'items', lines: [line] });
    this.link = 'none';
  }

  /** `SP7 2`: a code, then a small number that is no item of the show. */
  private isAmountOf(last: Line, element: PlacedItem): boolean {
    return (
      this.link === 'none' &&
      last.item !== null &&
      last.item.number === null &&
      last.quantity === null &&
      element.number !== null &&
      element.number >= 1 &&
      element.number <= PLAUSIBLE_AMOUNT &&
      !element.marked &&
      !element.known
    );
  }

  private checkUnlinked(last: Line, element: PlacedItem): void {
    if (this.link === 'plus') {
      this.doubts.push('plus-list');
      return;
    }
    const codes = last.item?.number === null && element.number === null;
    const marked = last.item?.marked === true && element.marked;
    if (!codes && !marked) this.doubts.push('bare-list');
  }

  private quantity(quantity: number, place: { start: number; end: number }): void {
    const last = this.lastLine;
    const target = last && this.link !== 'join' ? last : this.pending;
    if (target.quantity !== null && target.quantity !== quantity) this.doubts.push('two-quantities');
    target.quantity = quantity;
    stretch(target, place);
  }

  private variant(element: PlacedVariant): void {
    const last = this.lastLine;
    const target = last && this.link !== 'join' ? last : this.pending;
    if (target.variants.some((other) => other.what === element.what && other.value !== element.value)) this.doubts.push('two-variants');
    if (target.variants.some((other) => other.value === element.value)) return;
    target.variants.push(element);
    stretch(target, element);
  }
}

function stretch(line: Line, place: { start: number; end: number }): void {
  line.start = Math.min(line.start, place.start);
  line.end = Math.max(line.end, place.end);
}

function emptyLine(): Line {
  return { item: null, quantity: null, variants: [], start: Number.MAX_SAFE_INTEGER, end: 0 };
}

/** Words side by side are one act: `sold next` waits, `cancel mine` passes, `sold sold` is `sold`. */
function mergeActs(group: ActGroup, element: PlacedAct, doubts: string[]): void {
  const strong = Math.max(group.strength, element.strength) as Strength;
  if (group.act === element.act) {
    const noLonger = group.words.some((word) => word.noLonger);
    group.strength = noLonger ? Strength.WEAK : strong;
    return;
  }
  const acts = [group.act, element.act];
  if (!acts.includes('pass')) {
    group.act = 'waitlist';
    group.strength = strong;
    return;
  }
  const pass = group.act === 'pass' ? group : element;
  const other = group.act === 'pass' ? element : group;
  if (pass.strength >= Strength.PACK && other.strength >= Strength.PACK) doubts.push('mixed-words');
  group.strength = group.words.some((word) => word.noLonger) ? Strength.WEAK : pass.strength;
  group.act = 'pass';
}

function pairUp(grouping: Grouping): Orders {
  const { groups, doubts } = grouping;
  const orders: Order[] = [];
  const wordFirst = groups[0]?.kind === 'act';
  const acts = groups.filter((group) => group.kind === 'act');
  const loose = acts.length === 0 ? groups.flatMap((group) => (group.kind === 'items' ? group.lines : [])) : [];
  const result: Orders = { orders, bare: null, loose, doubts };
  if (acts.length === 0) return result;
  for (let index = 0; index < groups.length; index += 2) {
    const first = groups[index];
    const second = groups[index + 1];
    if (!first) break;
    if (!second) {
      unpaired(first, result, grouping.leftover);
      break;
    }
    const [act, items] = first.kind === 'act' ? [first, second] : [second, first];
    if (act.kind === 'act' && items.kind === 'items') orders.push(orderOf(act, items.lines, wordFirst));
  }
  const { leftover } = grouping;
  if (!result.bare && (leftover.quantity !== null || leftover.variants.length > 0)) attachLeftover(result, leftover);
  return result;
}

/** Options said after the last word (`12 sold L`) belong to the item before it. */
function attachLeftover(result: Orders, leftover: Line): void {
  const line = result.orders.length === 1 ? result.orders[0]?.lines.at(-1) : undefined;
  if (!line || result.orders[0]?.lines.length !== 1 || (leftover.quantity !== null && line.quantity !== null) || line.variants.length > 0) {
    result.doubts.push('options-unclear');
    return;
  }
  line.quantity ??= leftover.quantity;
  line.variants.push(...leftover.variants);
  stretch(line, leftover);
}

function unpaired(group: Group, result: Orders, leftover: Line): void {
  const previous = result.orders.at(-1);
  if (!previous) {
    if (group.kind === 'act') result.bare = { order: orderOf(group, [], true), line: leftover };
    return;
  }
  if (group.kind === 'act') {
    if (group.words.some((word) => word.noLonger)) {
      // "ich möchte die 12 nicht mehr": the verb stood before, its end turns it round.
      previous.act = 'pass';
      previous.strength = Strength.WEAK;
      previous.words.push(...group.words);
      return;
    }
    if (group.act !== previous.act) result.doubts.push('words-around-item');
    return;
  }
  const said = new Set(result.orders.flatMap((order) => order.lines.map((line) => line.item?.key)));
  if (group.lines.every((line) => said.has(line.item?.key))) return;
  result.doubts.push('items-around-word');
  result.orders.push({ ...previous, lines: group.lines });
}

function orderOf(group: ActGroup, lines: Line[], wordFirst: boolean): Order {
  const rule = lines.length === 0 ? 'bare-word' : lines.length > 1 ? (wordFirst ? 'word-list' : 'list-word') : wordFirst ? 'word-number' : 'number-word';
  return { act: group.act, strength: group.strength, words: group.words, lines, rule };
}

function groupAll(elements: readonly Element[]): Orders {
  const grouping = new Grouping();
  for (const element of elements) grouping.add(element);
  return pairUp(grouping);
}

const MOST_CLAUSES = 40;

/** Pairs words with items; where the whole does not pair, clause by clause (`pass 12, 13 sold`). */
export function readOrders(elements: readonly Element[]): Orders {
  const whole = groupAll(elements);
  const torn = whole.doubts.includes('words-around-item') || whole.doubts.includes('items-around-word');
  if (!torn) return whole;
  const clauses = new Map<number, Element[]>();
  for (const element of elements) {
    const clause = clauses.get(element.clause);
    if (clause) clause.push(element);
    else clauses.set(element.clause, [element]);
  }
  if (clauses.size < 2 || clauses.size > MOST_CLAUSES) return whole;
  const parts = [...clauses.values()].map(groupAll);
  if (parts.some((part) => part.bare !== null || part.loose.length > 0 || part.doubts.some((doubt) => doubt.includes('around')))) return whole;
  return { orders: parts.flatMap((part) => part.orders), bare: null, loose: [], doubts: parts.flatMap((part) => part.doubts) };
}

export function quantityOf(line: Line): number {
  const quantity = line.quantity ?? 1;
  return quantity >= 1 && quantity <= MAX_QUANTITY ? quantity : 1;
}
