import { Injectable } from '@nestjs/common';
import { type ActionTarget, type ActionTargets, BuyerReader, ShowReader } from '@sellary/extension-kit';
import { ApiError } from '../../kernel';

/** Reads the claim, buyer, or show that an action runs on. */
@Injectable()
export class ActionTargetReads {
  constructor(
    private readonly shows: ShowReader,
    private readonly buyers: BuyerReader,
  ) {}

  /** @throws ApiError NOT_FOUND */
  async read(kind: ActionTarget, workspaceId: string, id: string): Promise<ActionTargets[ActionTarget]> {
    const readers = {
      claim: () => this.shows.claim(workspaceId, id),
      buyer: () => this.buyers.get(workspaceId, id),
      show: () => this.shows.get(workspaceId, id),
    };
    const found = await readers[kind]();
    if (found === null) throw ApiError.notFound(kind);
    return found;
  }
}
