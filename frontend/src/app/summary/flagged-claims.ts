import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Claim } from '@sellary/contracts';
import { ClaimsApi } from '../api/claims-api';
import { claimStatusWord } from '../shows/claim-status-words';
import { Chip } from '../ui/chip';
import { Handle } from '../ui/handle';
import { NotLoaded } from '../ui/not-loaded';
import { LoadMore } from '../ui/load-more';
import { paged } from '../ui/paged';
import { ClockPipe } from '../ui/times';

const PAGE_SIZE = 50;

/** Claims that operators flagged for a second look, with their notes. */
@Component({
  selector: 'app-flagged-claims',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, Handle, NotLoaded, LoadMore, ClockPipe],
  templateUrl: './flagged-claims.html',
  host: { class: 'block' },
})
export class FlaggedClaims {
  readonly showId = input.required<string>();
  private readonly api = inject(ClaimsApi);
  protected readonly list = paged(
    () => this.showId(),
    (showId, cursor) => this.api.list(showId, { flagged: true, limit: PAGE_SIZE, cursor }),
    ({ claims }) => claims,
  );

  protected currentStatus(claim: Claim) {
    return claimStatusWord(claim, claim.waitlistPosition);
  }
}
