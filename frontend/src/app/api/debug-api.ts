import { Injectable, inject } from '@angular/core';
import type { EmitCommentRequest, EmitCommentResult } from '@sellary/contracts';
import { ApiClient } from './api-client';

/** Rehearsal comments. A server in production, or one that listens beyond loopback, responds with 404. */
@Injectable({ providedIn: 'root' })
export class DebugApi {
  private readonly client = inject(ApiClient);

  emitComment(body: EmitCommentRequest): Promise<EmitCommentResult> {
    return this.client.post('/api/debug/emit-comment', body);
  }
}
