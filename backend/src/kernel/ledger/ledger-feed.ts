import { Injectable } from '@nestjs/common';
import type { ShowEvent } from '@sellary/contracts';
import { Subject } from 'rxjs';

export interface LedgerAppended {
  showId: string;
  /** Rows in `seq` order, without gaps. */
  events: ShowEvent[];
}

/**
 * Announces, after COMMIT, the rows that this process has just recorded. Other processes receive a signal and
 * read the ledger.
 */
@Injectable()
export class LedgerFeed {
  private readonly subject = new Subject<LedgerAppended>();
  readonly appendedRows = this.subject.asObservable();

  announce(appended: LedgerAppended): void {
    this.subject.next(appended);
  }
}
