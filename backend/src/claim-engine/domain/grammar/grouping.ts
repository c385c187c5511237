import type { IntentAct } from '@sellary/contracts';
import type { ActElement, Element, ItemElement, VariantElement } from './element';
import { LEXICON } from './lexicon';
import { PLAUSIBLE_AMOUNT } from './numbers';
import { Strength } from './roles';

type Placed<Body> = Extract<Element, Body>;
export type PlacedAct = Placed<ActElement>;
type PlacedItem = Placed<ItemElement>;
type PlacedVariant = Placed<VariantElement>;

/** One requested item, with its quantity and variants. */
export interface RequestedItem {
  item: PlacedItem | null;
  quantity: number | null;
  variants: PlacedVariant[];
  start: number;
  end: number;
}

export interface ActGroup {
  kind: 'act';
  act: IntentAct;
  strength: Strength;
  words: PlacedAct[];
}

interface ItemGroup {
  kind: 'items';
  requests: RequestedItem[];
}

export type Group = ActGroup | ItemGroup;

/** Gathers a comment's elements into groups: the words of an act, and the items next to them. */
export class Grouping {
  readonly groups: Group[] = [];
  readonly doubts: string[] = [];
  private nextRequest: RequestedItem = emptyRequest();
  private link: 'none' | 'join' | 'plus' | 'break' = 'none';

  add(element: Element): void {
    switch (element.kind) {
      case 'act':
        this.addAct(element);
        break;
      case 'item':
        this.addItem(element);
        break;
      case 'quantity':
        if (element.doubt) this.doubts.push(element.doubt);
        this.addQuantity(element.quantity, element);
        break;
      case 'variant':
        this.assignVariant(element);
        break;
      case 'join':
        this.link = 'join';
        break;
      case 'plus-sign':
        this.link = 'plus';
        break;
      case 'newline':
      case 'clause':
        if (this.link === 'none') this.link = 'break';
        break;
      default:
        break;
    }
  }

  get leftover(): RequestedItem {
    return this.nextRequest;
  }

  private get lastRequest(): RequestedItem | undefined {
    const group = this.groups.at(-1);
    return group?.kind === 'items' ? group.requests.at(-1) : undefined;
  }

  private addAct(element: PlacedAct): void {
    const group = this.groups.at(-1);
    if (group?.kind !== 'act') {
      this.groups.push({ kind: 'act', act: element.act, strength: element.strength, words: [element] });
    } else {
      group.words.push(element);
      mergeActs(group, element, this.doubts);
    }
    this.link = 'none';
  }

  private addItem(element: PlacedItem): void {
    const last = this.lastRequest;
    if (element.doubt) this.doubts.push(element.doubt);
    if (
      (this.link === 'break' || (this.link === 'none' && element.marked)) &&
      last?.item?.key === element.key
    ) {
      // "sold 50!! 50!!", "sold 13 lucky number 13" repeat the item.
      this.link = 'none';
      return;
    }
    if (last && this.link !== 'join' && this.isAmountOf(last, element)) {
      last.quantity = element.number;
      last.end = element.end;
      return;
    }
    if (last && this.link === 'none' && element.number === null && this.isAmountBefore(last)) {
      // `2 A12`: the reverse of `A12 2`, and less certain.
      this.doubts.push('amount-first');
      last.quantity = last.item?.number ?? null;
      last.item = element;
      last.end = element.end;
      return;
    }
    if (last && this.link !== 'join') this.checkUnlinked(last, element);
    const request = this.nextRequest;
    this.nextRequest = emptyRequest();
    request.item = element;
    request.start = Math.min(request.start, element.start);
    request.end = Math.max(request.end, element.end);
    const group = this.groups.at(-1);
    if (group?.kind === 'items') group.requests.push(request);
    else this.groups.push({ kind: 'items', requests: [request] });
    this.link = 'none';
  }

  /** `SP7 2`: a code, then a small number that is not an item of the show. */
  private isAmountOf(last: RequestedItem, element: PlacedItem): boolean {
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

  private isAmountBefore(last: RequestedItem): boolean {
    const { item } = last;
    if (!item || item.number === null || item.known || item.marked || last.quantity !== null) return false;
    return item.number >= 1 && item.number <= PLAUSIBLE_AMOUNT;
  }

  private checkUnlinked(last: RequestedItem, element: PlacedItem): void {
    if (this.link === 'plus') {
      this.doubts.push('plus-list');
      return;
    }
    const areCodes = last.item?.number === null && element.number === null;
    // In "sold spot 3 #14", with different labels, one of the two is not an item.
    const haveSameLabel = last.item?.marked === true && element.marked && last.item.label === element.label;
    if (!areCodes && !haveSameLabel) this.doubts.push('bare-list');
  }

  private addQuantity(quantity: number, place: { start: number; end: number }): void {
    const last = this.lastRequest;
    const target = last && this.link !== 'join' ? last : this.nextRequest;
    if (target.quantity !== null && target.quantity !== quantity) this.doubts.push('two-quantities');
    target.quantity = quantity;
    stretch(target, place);
  }

  private assignVariant(element: PlacedVariant): void {
    if (element.shared !== null) {
      const requests = this.sharingRequests(element.shared);
      if (requests.length < 2) this.doubts.push('options-unclear');
      for (const request of requests) this.addVariant(request, element);
      return;
    }
    const last = this.lastRequest;
    if (last && element.each && isForAnotherUnit(last, element)) {
      // "sold 17 one blue and one yellow"
      const request = { ...emptyRequest(), item: last.item };
      this.addVariant(request, element);
      const group = this.groups.at(-1);
      if (group?.kind === 'items') group.requests.push(request);
      this.link = 'none';
      return;
    }
    // "sold 17, one red one black"
    const isFirstVariant = element.each && last?.item !== null && last?.variants.length === 0;
    if (isFirstVariant) this.link = 'none';
    this.addVariant(last && (isFirstVariant || this.link !== 'join') ? last : this.nextRequest, element);
  }

  /**
   * The requested items that share a variant ("both in S"), if there are `count` of them. A `count` of 0
   * means any number.
   */
  private sharingRequests(count: number): RequestedItem[] {
    const groups = this.groups.flatMap((group) => (group.kind === 'items' ? [group.requests] : []));
    const last = groups.at(-1) ?? [];
    if (count === 0 || last.length === count) return last;
    const all = groups.flat();
    return all.length === count && this.groups.every(isClaim) ? all : [];
  }

  private addVariant(target: RequestedItem, element: PlacedVariant): void {
    if (target.variants.some((other) => other.what === element.what && other.value !== element.value)) {
      this.doubts.push('two-variants');
    }
    if (target.variants.some((other) => other.value === element.value)) return;
    target.variants.push(element);
    stretch(target, element);
  }
}

/** True for the variant of one more unit: the "one yellow" in "one blue and one yellow". */
function isForAnotherUnit({ item, quantity, variants }: RequestedItem, element: PlacedVariant): boolean {
  const [first] = variants;
  if (!item || quantity !== null || variants.length !== 1 || !first?.each) return false;
  return first.what === element.what && first.value !== element.value;
}

function isClaim(group: Group): boolean {
  return group.kind === 'items' || group.act === 'claim';
}

export function stretch(request: RequestedItem, place: { start: number; end: number }): void {
  request.start = Math.min(request.start, place.start);
  request.end = Math.max(request.end, place.end);
}

export function emptyRequest(): RequestedItem {
  return { item: null, quantity: null, variants: [], start: Number.MAX_SAFE_INTEGER, end: 0 };
}

/** "quiero cancelar 12", "12番キャンセルお願いします": the claim word only asks for the pass. */
function isWish(group: ActGroup, element: PlacedAct): boolean {
  const before = group.words.at(-2);
  if (!before || before.clause !== element.clause || before.noLonger || element.noLonger) return false;
  return group.act === 'pass' ? LEXICON.wishesAtEnd.has(element.word) : isWishWord(before);
}

/** True for a claim word that may merely introduce the act of the next word: `quiero`. */
export function isWishWord({ word }: PlacedAct): boolean {
  return LEXICON.wishes.has(word.toLowerCase());
}

/** Merges adjacent words into one act: `sold next` waits, `cancel mine` passes, `sold sold` is `sold`. */
function mergeActs(group: ActGroup, element: PlacedAct, doubts: string[]): void {
  const strongest = Math.max(group.strength, element.strength) as Strength;
  if (group.act === element.act) {
    const noLonger = group.words.some((word) => word.noLonger);
    group.strength = noLonger ? Strength.WEAK : strongest;
    return;
  }
  const acts = [group.act, element.act];
  if (!acts.includes('pass')) {
    group.act = 'waitlist';
    group.strength = strongest;
    return;
  }
  const pass = group.act === 'pass' ? group : element;
  const other = group.act === 'pass' ? element : group;
  if (isWish(group, element)) {
    group.act = 'pass';
    group.strength = pass.strength;
    return;
  }
  if (pass.strength >= Strength.PACK && other.strength >= Strength.PACK) doubts.push('mixed-words');
  group.strength = group.words.some((word) => word.noLonger) ? Strength.WEAK : pass.strength;
  group.act = 'pass';
}
