import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** An address that receives the workspace's webhooks. Its signing secret is shown once. */
export interface WebhookEndpoint {
  id: string;
  url: string;
  /** Empty means all types. */
  eventTypes: string[];
  enabled: boolean;
  /** Time until which the previous secret is also used to sign, or null if there is none. */
  previousSecretUntil: string | null;
  createdAt: string;
}

interface WebhookEndpointList {
  endpoints: WebhookEndpoint[];
  /** Event types that can be sent. */
  eventTypes: string[];
}

const ENDPOINTS = '/api/x/outgoing-webhooks/endpoints';

/** Endpoints of the outgoing-webhooks extension. */
@Injectable({ providedIn: 'root' })
export class WebhookEndpointsApi {
  private readonly http = inject(HttpClient);

  list(): Promise<WebhookEndpointList> {
    return firstValueFrom(this.http.get<WebhookEndpointList>(ENDPOINTS));
  }

  add(url: string, eventTypes: readonly string[]): Promise<WebhookEndpoint & { secret: string }> {
    return firstValueFrom(
      this.http.post<WebhookEndpoint & { secret: string }>(ENDPOINTS, { url, eventTypes }),
    );
  }

  change(id: string, change: Partial<Pick<WebhookEndpoint, 'enabled'>>): Promise<WebhookEndpoint> {
    return firstValueFrom(this.http.patch<WebhookEndpoint>(`${ENDPOINTS}/${id}`, change));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${ENDPOINTS}/${id}`));
  }

  /** @returns the new secret. For a day, the previous secret is also used to sign */
  async rotateSecret(id: string): Promise<string> {
    const path = `${ENDPOINTS}/${id}/rotate-secret`;
    return (await firstValueFrom(this.http.post<{ secret: string }>(path, {}))).secret;
  }

  async test(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`${ENDPOINTS}/${id}/test`, {}));
  }
}
