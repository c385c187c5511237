import { Injectable } from '@nestjs/common';
import type { ShowEvent } from '@sellary/contracts';
import { Subject } from 'rxjs';

export interface LedgerAppended {
  showId: string;
  /** In `seq` order, without gaps. */
  events: ShowEvent[];
}

/** Where this process says, after COMMIT, what it has just recorded. Another process learns it by a hint and reads the ledger. */
@Injectable()
export class LedgerFeed {
  private readonly subject = new Subject<LedgerAppended>();
  readonly appended = this.subject.asObservable();

  announce(appended: LedgerAppended): void {
    this.subject.next(appended);
  }
}
