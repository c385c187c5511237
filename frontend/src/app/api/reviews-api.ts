import { Injectable, inject } from '@angular/core';
import type {
  AcceptRequest,
  AcceptResult,
  DismissResult,
  PreviewResult,
  ResolveRequest,
  ResolveResult,
} from '@sellary/contracts';
import { ApiClient } from './api-client';

/** An operator's decisions about comments in review. */
@Injectable({ providedIn: 'root' })
export class ReviewsApi {
  private readonly client = inject(ApiClient);

  /** Accepts the comment as proposed, or as corrected by `edit`. Its claim time stays the same. */
  accept(commentId: string, edit: AcceptRequest = {}): Promise<AcceptResult> {
    return this.client.post(`/api/comments/${commentId}/accept`, edit);
  }

  dismiss(commentId: string): Promise<DismissResult> {
    return this.client.post(`/api/comments/${commentId}/dismiss`);
  }

  /** Shows what each request would do now on its own. */
  preview(showId: string, requests: ResolveRequest[]): Promise<PreviewResult> {
    return this.client.post(`/api/shows/${showId}/review/preview`, { requests });
  }

  /** Resolves many comments in claim-time order, in one act with one undo. */
  resolve(showId: string, body: ResolveRequest): Promise<ResolveResult> {
    return this.client.post(`/api/shows/${showId}/review/resolve`, body);
  }
}
