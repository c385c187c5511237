import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  AcceptRequest,
  AcceptResult,
  DismissResult,
  PreviewResult,
  ResolveRequest,
  ResolveResult,
} from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';

/** An operator's decisions about comments in review. */
@Injectable({ providedIn: 'root' })
export class ReviewsApi {
  private readonly http = inject(HttpClient);

  /** Accepts the comment as proposed, or as corrected by `edit`. Its claim time stays the same. */
  accept(commentId: string, edit: AcceptRequest = {}): Promise<AcceptResult> {
    return firstValueFrom(this.http.post<AcceptResult>(`/api/comments/${commentId}/accept`, edit));
  }

  dismiss(commentId: string): Promise<DismissResult> {
    return firstValueFrom(this.http.post<DismissResult>(`/api/comments/${commentId}/dismiss`, {}));
  }

  /** Shows what each request would do now on its own. */
  preview(showId: string, requests: ResolveRequest[]): Promise<PreviewResult> {
    return firstValueFrom(this.http.post<PreviewResult>(`/api/shows/${showId}/review/preview`, { requests }));
  }

  /** Resolves many comments in claim-time order, in one act with one undo. */
  resolve(showId: string, body: ResolveRequest): Promise<ResolveResult> {
    return firstValueFrom(this.http.post<ResolveResult>(`/api/shows/${showId}/review/resolve`, body));
  }
}
