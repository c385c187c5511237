import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** An address that receives webhooks of the workspace. Its signing secret is shown once. */
export interface WebhookEndpoint {
  id: string;
  url: string;
  /** Empty: all types. */
  eventTypes: string[];
  enabled: boolean;
  /** Time until which the previous secret also signs; null if there is none. */
  previousSecretUntil: string | null;
  createdAt: string;
}

interface WebhookEndpointList {
  endpoints: WebhookEndpoint[];
  /** Types of events that can be sent. */
  eventTypes: string[];
}

const ENDPOINTS = '/api/x/outgoing-webhooks/endpoints';

/** Endpoints of the extension outgoing-webhooks. */
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

  /** @returns the new secret; for a day, the previous secret also signs */
  async rotateSecret(id: string): Promise<string> {
    const path = `${ENDPOINTS}/${id}/rotate-secret`;
    return (await firstValueFrom(this.http.post<{ secret: string }>(path, {}))).secret;
  }

  async test(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`${ENDPOINTS}/${id}/test`, {}));
  }
}
