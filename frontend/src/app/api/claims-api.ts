import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  AwardRequest,
  AwardResult,
  Claim,
  ClaimList,
  ReleaseResult,
  UpdateClaimRequest,
} from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { allPages } from './all-pages';

@Injectable({ providedIn: 'root' })
export class ClaimsApi {
  private readonly http = inject(HttpClient);

  release(claimId: string): Promise<ReleaseResult> {
    return firstValueFrom(this.http.post<ReleaseResult>(`/api/claims/${claimId}/release`, {}));
  }

  award(showId: string, itemId: string, body: AwardRequest): Promise<AwardResult> {
    return firstValueFrom(this.http.post<AwardResult>(`/api/shows/${showId}/items/${itemId}/award`, body));
  }

  /** Sets a claim's flag or note. Does not change any decision. */
  annotate(claimId: string, body: UpdateClaimRequest): Promise<Claim> {
    return firstValueFrom(this.http.patch<Claim>(`/api/claims/${claimId}`, body));
  }

  /** Newest first. `buyer` is a buyer's id, or a handle on any platform. */
  list(
    showId: string,
    options: { buyer?: string; flagged?: boolean; limit?: number; cursor?: string },
  ): Promise<ClaimList> {
    return firstValueFrom(
      this.http.get<ClaimList>(`/api/shows/${showId}/claims`, { params: { ...options } }),
    );
  }

  /** Winners in the order in which they won, then the line, then the rest. */
  async itemClaims(showId: string, itemId: string): Promise<Claim[]> {
    const path = `/api/shows/${showId}/items/${itemId}/claims`;
    const pages = await allPages((params) => firstValueFrom(this.http.get<ClaimList>(path, { params })));
    return pages.flatMap(({ claims }) => claims);
  }
}
