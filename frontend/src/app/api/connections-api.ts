import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  BroadcastList,
  PlatformId,
  Connection,
  ConnectionList,
  StartConnectingResult,
} from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { allPages } from './all-pages';

@Injectable({ providedIn: 'root' })
export class ConnectionsApi {
  private readonly http = inject(HttpClient);

  /** All of the workspace's connections. There are only a few, so all pages are read. */
  async all(): Promise<ConnectionList> {
    const pages = await allPages((params) =>
      firstValueFrom(this.http.get<ConnectionList>('/api/connections', { params })),
    );
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
    const { authorizeUrl } = await firstValueFrom(
      this.http.post<StartConnectingResult>(
        `/api/connections/oauth/${platform}/start`,
        login === undefined ? {} : { login },
      ),
    );
    return authorizeUrl;
  }

  async disconnect(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/connections/${id}`));
  }

  /** Checks with the platform whether it sends webhooks for the account. */
  checkWebhooks(id: string): Promise<Connection> {
    return firstValueFrom(this.http.get<Connection>(`/api/connections/${id}/webhooks`));
  }

  /** Subscribes to the account's webhooks again. */
  subscribeToWebhooks(id: string): Promise<Connection> {
    return firstValueFrom(this.http.post<Connection>(`/api/connections/${id}/webhooks`, {}));
  }

  /** Reads the broadcasts from the platform, which may take a while. */
  broadcasts(id: string): Promise<BroadcastList> {
    return firstValueFrom(this.http.get<BroadcastList>(`/api/connections/${id}/lives`));
  }
}
