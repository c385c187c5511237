import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Claim } from '@sellary/contracts';
import { ClaimsApi } from '../api/claims-api';
import { claimStatusWord } from '../shows/claim-status-words';
import { Chip } from '../ui/chip';
import { Handle } from '../ui/handle';
import { LoadFailed } from '../ui/load-failed';
import { LoadMore } from '../ui/load-more';
import { paged } from '../ui/paged';
import { ClockPipe } from '../ui/times';

const PAGE = 50;

/** Claims that somebody marked for a second look, with what they wrote about them. */
@Component({
  selector: 'app-flagged-claims',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, Handle, LoadFailed, LoadMore, ClockPipe],
  templateUrl: './flagged-claims.html',
  host: { class: 'block' },
})
export class FlaggedClaims {
  readonly showId = input.required<string>();
  private readonly api = inject(ClaimsApi);
  protected readonly flagged = paged(
    () => this.showId(),
    async (showId, cursor) => {
      const { claims, nextCursor } = await this.api.list(showId, { flagged: true, limit: PAGE, ...(cursor !== undefined && { cursor }) });
      return { rows: claims, nextCursor };
    },
  );

  protected word(claim: Claim) {
    return claimStatusWord(claim, claim.waitlistPosition);
  }
}
