import { Injectable } from '@nestjs/common';
import {
  type HandlesJobs,
  JobDelayed,
  JobHandler,
  JobRejected,
  type OutgoingJob,
} from '@sellary/extension-kit';
import { AllowedNetworks } from './allowed-networks';
import { callEndpoint, type EndpointResponse } from './endpoint-call';
import type { EndpointEntity } from './endpoint.entity';
import { Endpoints } from './endpoints';
import { signedHeaders } from './signature';

/** The body of a webhook, as Standard Webhooks recommends. */
interface Webhook {
  type: string;
  /** Time of the event, ISO-8601. */
  timestamp: string;
  data: unknown;
}

export interface WebhookJob {
  endpointId: string;
  webhook: Webhook;
}

/** Pause before the next attempt while an endpoint is off. */
const OFF_PAUSE_MS = 15 * 60_000;

/** Sends one webhook to one endpoint. */
@Injectable()
@JobHandler({ name: 'delivery', timeoutSeconds: 15 })
export class WebhookSender implements HandlesJobs<WebhookJob> {
  constructor(
    private readonly endpoints: Endpoints,
    private readonly allowed: AllowedNetworks,
  ) {}

  async handle({ workspaceId, key, payload }: OutgoingJob<WebhookJob>, signal: AbortSignal): Promise<string> {
    const endpoint = await this.endpoints.find(workspaceId, payload.endpointId);
    if (endpoint === null) throw new JobRejected('The endpoint was removed.');
    if (!endpoint.enabled) throw new JobDelayed('The endpoint is off.', OFF_PAUSE_MS);
    const startedAt = new Date();
    const body = JSON.stringify(payload.webhook);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Sellary-Webhooks/1.0',
      ...signedHeaders(key, startedAt, body, this.endpoints.secretsOf(endpoint, startedAt)),
    };
    const response = await callEndpoint(endpoint.url, { headers, body, signal }, this.allowed);
    if (response.status >= 200 && response.status < 300) {
      return `HTTP ${response.status} in ${Date.now() - startedAt.getTime()} ms.`;
    }
    throw await this.failure(response, endpoint);
  }

  private async failure({ status, retryAfter }: EndpointResponse, endpoint: EndpointEntity): Promise<Error> {
    if (status === 410 && (await this.endpoints.switchOff(endpoint))) {
      return new JobRejected('The endpoint responded with HTTP 410 (gone), so it was turned off.');
    }
    if (status >= 300 && status < 400) {
      return new Error(`The endpoint responded with a redirect (HTTP ${status}), which was not followed.`);
    }
    const message = `The endpoint responded with HTTP ${status}.`;
    const seconds = retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : 0;
    return (status === 429 || status === 503) && seconds > 0
      ? new JobDelayed(message, seconds * 1_000)
      : new Error(message);
  }
}
