import type { Claim, Item, ShowEvent } from '@sellary/contracts';
import { isActiveClaim } from '../src/app/api/active-claim';
import { countItem } from './count-item';
import { at } from './wire';

type NewEvent = ShowEvent extends infer E ? (E extends ShowEvent ? Omit<E, 'seq' | 'at'> : never) : never;

/** Copies a value as JSON, like the socket, so that later changes here do not affect sent messages. */
export function jsonClone<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** The items of a scripted show, their claims and lines, and the ledger rows about them. */
export class ScriptedStock {
  readonly events: ShowEvent[] = [];
  protected readonly items = new Map<string, Item>();
  protected readonly claims = new Map<string, Claim>();
  protected readonly lines = new Map<string, string[]>();

  get activeClaims(): Claim[] {
    return [...this.claims.values()].filter(isActiveClaim);
  }

  protected mayWin(number: string): boolean {
    return this.unitsLeft(number) > 0 && this.lines.get(number)?.length === 0;
  }

  protected decide(claim: Claim, rule: string): void {
    const number = claim.itemNumber;
    const status = claim.itemId === null ? 'unmatched' : this.mayWin(number) ? 'winner' : 'waitlist';
    if (status === 'waitlist') this.lines.get(number)?.push(claim.id);
    this.claims.set(claim.id, { ...claim, status, why: { ...claim.why, rule } });
  }

  protected promote(number: string, rule: string): void {
    const id = this.lines.get(number)?.shift();
    if (!id) return;
    this.claims.set(id, {
      ...this.requireClaim(id),
      status: 'winner',
      why: { ...this.requireClaim(id).why, rule },
    });
    this.writeClaim('claim.updated', id, number);
  }

  protected writeClaim(type: 'claim.created' | 'claim.updated', id: string, number: string | null): void {
    this.write({
      type,
      data: {
        claim: this.currentClaim(this.requireClaim(id)),
        item: number === null ? null : this.wireItem(number),
      },
    });
  }

  protected writeItem(number: string): void {
    const item = this.wireItem(number);
    if (item) this.write({ type: 'item.updated', data: { item } });
  }

  protected write(event: NewEvent): void {
    const seq = this.events.length + 1;
    this.events.push(jsonClone<ShowEvent>({ ...event, seq, at: at(seq * 10) }));
  }

  protected requireClaim(id: string): Claim {
    const claim = this.claims.get(id);
    if (!claim) throw new Error(`no claim ${id}`);
    return claim;
  }

  protected winnersOf(number: string): Claim[] {
    return this.activeClaims.filter((claim) => claim.status === 'winner' && claim.itemNumber === number);
  }

  protected unitsLeft(number: string): number {
    return (this.items.get(number)?.totalQuantity ?? 0) - this.winnersOf(number).length;
  }

  protected wireItem(number: string): Item | null {
    const item = this.items.get(number);
    return item ? this.currentItem(item) : null;
  }

  protected currentItem(item: Item): Item {
    return countItem(item, this.winnersOf(item.itemNumber), this.lines.get(item.itemNumber) ?? []);
  }

  protected currentClaim(claim: Claim): Claim {
    const index = this.lines.get(claim.itemNumber)?.indexOf(claim.id) ?? -1;
    return { ...claim, waitlistPosition: index >= 0 ? index + 1 : null };
  }
}
