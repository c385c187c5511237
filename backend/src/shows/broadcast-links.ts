import { Injectable } from '@nestjs/common';
import type { SourceInput } from '@sellary/contracts';

/** Gives a source that names its broadcast by an address the broadcast's id. @throws ApiError VALIDATION_FAILED, NOT_FOUND (the connection) */
export type LinkReader = (workspaceId: string, source: SourceInput) => Promise<SourceInput>;

/**
 * The port through which a pasted address becomes a live id. Bound above, by whoever speaks the platforms; unbound, sources stay as they are.
 * Asked before a transaction begins, because the answer may take a call to the platform.
 */
@Injectable()
export class BroadcastLinks {
  private reader: LinkReader | null = null;

  bind(reader: LinkReader): void {
    this.reader = reader;
  }

  /** @throws what the reader throws */
  complete(workspaceId: string, sources: SourceInput[]): Promise<SourceInput[]> {
    return Promise.all(sources.map((source) => this.completeOne(workspaceId, source)));
  }

  private async completeOne(workspaceId: string, source: SourceInput): Promise<SourceInput> {
    if (source.platform === 'rehearsal' || source.liveUrl === undefined || source.liveId !== undefined) return source;
    return this.reader === null ? source : this.reader(workspaceId, source);
  }
}
