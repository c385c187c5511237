import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { EmitCommentRequest, EmitCommentResult } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';

/** Rehearsal comments. A server in production, or one that listens beyond loopback, responds with 404. */
@Injectable({ providedIn: 'root' })
export class DebugApi {
  private readonly http = inject(HttpClient);

  emitComment(body: EmitCommentRequest): Promise<EmitCommentResult> {
    return firstValueFrom(this.http.post<EmitCommentResult>('/api/debug/emit-comment', body));
  }
}
