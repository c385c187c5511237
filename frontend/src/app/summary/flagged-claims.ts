import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Claim } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ClaimsApi } from '../api/claims-api';
import { standingWord } from '../console/status-words';
import { Chip } from '../ui/chip';
import { Handle } from '../ui/handle';
import { LoadFailed } from '../ui/load-failed';
import { ClockPipe } from '../ui/times';
import { paged } from './paged';

const PAGE = 50;

/** Claims that somebody marked for a second look, with what they wrote about them. */
@Component({
  selector: 'app-flagged-claims',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, Chip, Handle, LoadFailed, ClockPipe],
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
    return standingWord(claim, claim.waitlistPosition);
  }

  protected why(failure: unknown): string {
    return ApiError.from(failure).message;
  }
}
