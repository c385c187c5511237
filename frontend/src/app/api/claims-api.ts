import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AwardRequest, AwardResult, ReleaseResult } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class ClaimsApi {
  private readonly http = inject(HttpClient);

  release(claimId: string): Promise<ReleaseResult> {
    return firstValueFrom(this.http.post<ReleaseResult>(`/api/claims/${claimId}/release`, {}));
  }

  award(showId: string, itemId: string, body: AwardRequest): Promise<AwardResult> {
    return firstValueFrom(this.http.post<AwardResult>(`/api/shows/${showId}/items/${itemId}/award`, body));
  }
}
