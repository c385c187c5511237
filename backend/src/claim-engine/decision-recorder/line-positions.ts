import type { ClaimRecord } from '../records/claim-record';

type Placed = Pick<ClaimRecord, 'itemKey' | 'place'>;

/**
 * Positions of claims that return to the middle of a line: the position before the act, adjusted for claims
 * ahead that the same act has moved. `before` has the positions before the act by claim id, starting at 1.
 */
export class LinePositions {
  private readonly moves: { itemKey: string; place: number; by: 1 | -1 }[] = [];

  constructor(private readonly before: ReadonlyMap<string, number>) {}

  leave(claim: Placed): void {
    this.addMove(claim, -1);
  }

  enter(claim: Placed): void {
    this.addMove(claim, 1);
  }

  /** Undefined if the claim had no place in a line before the act. */
  positionOf(claim: ClaimRecord): number | undefined {
    const before = this.before.get(claim.id);
    const { place, itemKey } = claim;
    if (before === undefined || place === null) return undefined;
    return this.moves
      .filter((move) => move.itemKey === itemKey && move.place < place)
      .reduce((position, { by }) => position + by, before);
  }

  private addMove({ itemKey, place }: Placed, by: 1 | -1): void {
    if (place !== null && this.before.size > 0) this.moves.push({ itemKey, place, by });
  }
}
