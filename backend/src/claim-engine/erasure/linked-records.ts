import { Injectable } from '@nestjs/common';
import type { Tx } from '../../kernel';

/** A higher module's rows about buyers. */
export interface BuyerRecords {
  /**
   * Removes everything stored about the buyers, who are about to be erased. Takes its own locks before any
   * buyer is locked, while the buyers still have their names.
   */
  erase(tx: Tx, workspaceId: string, buyerIds: readonly string[]): Promise<void>;
  /**
   * Removes what is stored about the buyers outside their rows. The rows are about to be deleted after their
   * retention period. `strayBuyers` omits buyers that records registered later have kept.
   * @returns the ids of buyers that must be kept, because their person has another buyer
   */
  retire(tx: Tx, strayBuyers: readonly StrayBuyer[]): Promise<string[]>;
}

/** A buyer without any comment or claim. */
export interface StrayBuyer {
  id: string;
  workspaceId: string;
}

/** Extends erasure and retention to the records of higher modules. Each of them registers here at startup. */
@Injectable()
export class LinkedRecords {
  private readonly all: BuyerRecords[] = [];

  register(records: BuyerRecords): void {
    this.all.push(records);
  }

  async erase(tx: Tx, workspaceId: string, buyerIds: readonly string[]): Promise<void> {
    for (const records of this.all) await records.erase(tx, workspaceId, buyerIds);
  }

  async retire(tx: Tx, strayBuyers: readonly StrayBuyer[]): Promise<string[]> {
    const keptIds = new Set<string>();
    for (const records of this.all.toReversed()) {
      const others = strayBuyers.filter(({ id }) => !keptIds.has(id));
      for (const id of await records.retire(tx, others)) keptIds.add(id);
    }
    return [...keptIds];
  }
}
