import { Injectable, inject } from '@angular/core';
import type {
  BroadcastList,
  PlatformId,
  Connection,
  ConnectionList,
  StartConnectingResult,
} from '@sellary/contracts';
import { ApiClient } from './api-client';

@Injectable({ providedIn: 'root' })
export class ConnectionsApi {
  private readonly client = inject(ApiClient);

  /** All of the workspace's connections. There are only a few, so all pages are read. */
  async all(): Promise<ConnectionList> {
    const pages = await this.client.pages<ConnectionList>('/api/connections');
    return {
      ...(pages[0] as ConnectionList),
      connections: pages.flatMap(({ connections }) => connections),
      nextCursor: null,
    };
  }

  /**
   * The address where the user grants access. Without `login`, an Instagram account is connected through its
   * linked Page.
   */
  async startConnecting(platform: PlatformId, login?: string): Promise<string> {
    const path = `/api/connections/oauth/${platform}/start`;
    return (await this.client.post<StartConnectingResult>(path, { login })).authorizeUrl;
  }

  disconnect(id: string): Promise<void> {
    return this.client.delete(`/api/connections/${id}`);
  }

  /** Checks with the platform whether it sends webhooks for the account. */
  checkWebhooks(id: string): Promise<Connection> {
    return this.client.get(`/api/connections/${id}/webhooks`);
  }

  /** Subscribes to the account's webhooks again. */
  subscribeToWebhooks(id: string): Promise<Connection> {
    return this.client.post(`/api/connections/${id}/webhooks`);
  }

  /** Reads the broadcasts from the platform, which may take a while. */
  broadcasts(id: string): Promise<BroadcastList> {
    return this.client.get(`/api/connections/${id}/lives`);
  }
}
