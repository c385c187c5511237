import { Injectable, inject } from '@angular/core';
import type { BlockBuyerRequest, BlockedBuyer, BlockedBuyerList } from '@sellary/contracts';
import { ApiClient } from './api-client';

/** A workspace's blocked buyers. */
@Injectable({ providedIn: 'root' })
export class BlocksApi {
  private readonly client = inject(ApiClient);

  /** Newest block first. */
  async list(workspaceId: string): Promise<BlockedBuyer[]> {
    const path = `/api/workspaces/${workspaceId}/blocked-buyers`;
    const pages = await this.client.pages<BlockedBuyerList>(path);
    return pages.flatMap(({ blockedBuyers }) => blockedBuyers);
  }

  block(buyerId: string, body: BlockBuyerRequest): Promise<BlockedBuyer> {
    return this.client.put(`/api/buyers/${buyerId}/block`, body);
  }

  unblock(buyerId: string): Promise<void> {
    return this.client.delete(`/api/buyers/${buyerId}/block`);
  }
}
