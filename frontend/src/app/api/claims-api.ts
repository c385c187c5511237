import { Injectable, inject } from '@angular/core';
import type {
  AwardRequest,
  AwardResult,
  Claim,
  ClaimList,
  ReleaseResult,
  UpdateClaimRequest,
} from '@sellary/contracts';
import { ApiClient } from './api-client';

@Injectable({ providedIn: 'root' })
export class ClaimsApi {
  private readonly client = inject(ApiClient);

  release(claimId: string): Promise<ReleaseResult> {
    return this.client.post(`/api/claims/${claimId}/release`);
  }

  award(showId: string, itemId: string, body: AwardRequest): Promise<AwardResult> {
    return this.client.post(`/api/shows/${showId}/items/${itemId}/award`, body);
  }

  /** Sets a claim's flag or note. Does not change any decision. */
  annotate(claimId: string, body: UpdateClaimRequest): Promise<Claim> {
    return this.client.patch(`/api/claims/${claimId}`, body);
  }

  /** Newest first. `buyer` is a buyer's id, or a handle on any platform. */
  list(
    showId: string,
    options: { buyer?: string; flagged?: boolean; limit?: number; cursor?: string | undefined },
  ): Promise<ClaimList> {
    return this.client.get(`/api/shows/${showId}/claims`, { ...options });
  }

  /** Winners in the order in which they won, then the line, then the rest. */
  async itemClaims(showId: string, itemId: string): Promise<Claim[]> {
    const pages = await this.client.pages<ClaimList>(`/api/shows/${showId}/items/${itemId}/claims`);
    return pages.flatMap(({ claims }) => claims);
  }
}
