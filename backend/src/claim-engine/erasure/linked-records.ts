import { Injectable } from '@nestjs/common';
import type { Tx } from '../../kernel';

/** Rows of a higher module that describe buyers. */
export interface BuyerRecords {
  /**
   * Removes everything stored about the buyers, who are about to be erased. Takes its own locks before the
   * locks of any buyer, while the buyers still have their names.
   */
  erase(tx: Tx, workspaceId: string, buyerIds: readonly string[]): Promise<void>;
  /**
   * Removes what is stored outside the rows of the buyers, which are about to be deleted after their retention
   * period.
   * @returns the ids of buyers that must stay, because their person has another buyer
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
    const keptIds: string[] = [];
    for (const records of this.all) keptIds.push(...(await records.retire(tx, strayBuyers)));
    return keptIds;
  }
}
