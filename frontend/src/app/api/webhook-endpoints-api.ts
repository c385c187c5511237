import { Injectable, inject } from '@angular/core';
import { ApiClient } from './api-client';

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
  private readonly client = inject(ApiClient);

  list(): Promise<WebhookEndpointList> {
    return this.client.get(ENDPOINTS);
  }

  add(url: string, eventTypes: readonly string[]): Promise<WebhookEndpoint & { secret: string }> {
    return this.client.post(ENDPOINTS, { url, eventTypes });
  }

  change(id: string, change: Partial<Pick<WebhookEndpoint, 'enabled'>>): Promise<WebhookEndpoint> {
    return this.client.patch(`${ENDPOINTS}/${id}`, change);
  }

  remove(id: string): Promise<void> {
    return this.client.delete(`${ENDPOINTS}/${id}`);
  }

  /** @returns the new secret. For a day, the previous secret is also used to sign */
  async rotateSecret(id: string): Promise<string> {
    const path = `${ENDPOINTS}/${id}/rotate-secret`;
    return (await this.client.post<{ secret: string }>(path)).secret;
  }

  test(id: string): Promise<void> {
    return this.client.post(`${ENDPOINTS}/${id}/test`);
  }
}
