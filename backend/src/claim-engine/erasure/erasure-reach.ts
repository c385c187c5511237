import { Injectable } from '@nestjs/common';
import type { EraseViewerRequest } from '@sellary/contracts';

/** Keeps comments of viewers that the ledger does not know yet. */
export interface UndecidedComments {
  /**
   * Drops the viewer's comments that will never be submitted.
   * @returns the number of others, which a reader holds in memory and will store with their name
   */
  dropCommentsOf(workspaceId: string, viewer: EraseViewerRequest): Promise<number>;
}

/**
 * Extends an erasure beyond the ledger. Each module that holds comments before they are submitted registers
 * here at startup.
 */
@Injectable()
export class ErasureReach {
  private readonly keepers: UndecidedComments[] = [];

  include(keeper: UndecidedComments): void {
    this.keepers.push(keeper);
  }

  /** @returns the viewer's comments that are just being read */
  async dropUndecided(workspaceId: string, viewer: EraseViewerRequest): Promise<number> {
    const left = await Promise.all(this.keepers.map((keeper) => keeper.dropCommentsOf(workspaceId, viewer)));
    return left.reduce((sum, one) => sum + one, 0);
  }
}
