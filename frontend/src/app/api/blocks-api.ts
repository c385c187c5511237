import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { BlockBuyerRequest, BlockedBuyer, BlockedBuyerList } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { allPages } from './all-pages';

/** A workspace's blocked buyers. */
@Injectable({ providedIn: 'root' })
export class BlocksApi {
  private readonly http = inject(HttpClient);

  /** Newest block first. */
  async list(workspaceId: string): Promise<BlockedBuyer[]> {
    const pages = await allPages((params) =>
      firstValueFrom(
        this.http.get<BlockedBuyerList>(`/api/workspaces/${workspaceId}/blocked-buyers`, { params }),
      ),
    );
    return pages.flatMap(({ blockedBuyers }) => blockedBuyers);
  }

  block(buyerId: string, body: BlockBuyerRequest): Promise<BlockedBuyer> {
    return firstValueFrom(this.http.put<BlockedBuyer>(`/api/buyers/${buyerId}/block`, body));
  }

  async unblock(buyerId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/buyers/${buyerId}/block`));
  }
}
