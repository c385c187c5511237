import { defineExtension } from '@sellary/extension-kit';
import { EndpointEntity } from './endpoint.entity';
import { CreateEndpoints1796110000000 } from './create-endpoints.migration';
import { OutgoingWebhooksModule } from './outgoing-webhooks.module';
import { WebhookFollower } from './webhook-follower';
import { WebhookSender } from './webhook-sender';

/** Sends show events to a workspace's HTTP endpoints, signed according to Standard Webhooks. */
export default defineExtension({
  name: 'outgoing-webhooks',
  version: '1.0.0',
  api: '^1.0.0',
  module: OutgoingWebhooksModule,
  followers: [WebhookFollower],
  jobHandlers: [WebhookSender],
  secretColumns: [
    { table: 'x_outgoing_webhooks_endpoints', column: 'secret', owner: 'id' },
    { table: 'x_outgoing_webhooks_endpoints', column: 'previous_secret', owner: 'id' },
  ],
  entities: [EndpointEntity],
  migrations: [CreateEndpoints1796110000000],
});
