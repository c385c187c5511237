import { Injectable } from '@nestjs/common';
import type { EraseViewerRequest } from '@sellary/contracts';

/** Holds viewers' comments before they are in the ledger. */
export interface UndecidedComments {
  /**
   * Drops the viewer's comments, except those still being read.
   * @returns the number of comments still being read, which will be stored with the viewer's name
   */
  deleteUndecidedOfViewer(workspaceId: string, viewer: EraseViewerRequest): Promise<number>;
}

/** An erased viewer, for code outside the claim engine that redacts stored data. */
export interface ErasedSubject {
  /** True if a JSON text contains one of the viewer's ids. */
  isNamedIn(json: string): boolean;
  /** The value without the viewer's names, platform ids, and texts. */
  redact(value: unknown): unknown;
}

/** Holds copies of ledger rows, such as jobs that send them elsewhere. */
export interface LedgerCopies {
  /** Redacts the viewer in a workspace's copies, including those that are being written. */
  redactCopies(workspaceId: string, viewer: ErasedSubject): Promise<void>;
}

/**
 * Extends an erasure beyond the ledger. Each module that holds comments before they are submitted, or copies
 * of ledger rows, registers here at startup.
 */
@Injectable()
export class ErasureParticipants {
  private readonly undecided: UndecidedComments[] = [];
  private readonly copies: LedgerCopies[] = [];

  registerUndecided(undecided: UndecidedComments): void {
    this.undecided.push(undecided);
  }

  registerCopies(copies: LedgerCopies): void {
    this.copies.push(copies);
  }

  async redactCopies(workspaceId: string, viewer: ErasedSubject): Promise<void> {
    for (const copies of this.copies) await copies.redactCopies(workspaceId, viewer);
  }

  /** @returns the number of the viewer's comments that are still being read, and therefore not dropped */
  async dropUndecided(workspaceId: string, viewer: EraseViewerRequest): Promise<number> {
    const drops = this.undecided.map((undecided) => undecided.deleteUndecidedOfViewer(workspaceId, viewer));
    return (await Promise.all(drops)).reduce((sum, count) => sum + count, 0);
  }
}
