import { Module } from '@nestjs/common';
import { ALLOWED_NETWORKS, AllowedNetworks } from './allowed-networks';
import { Endpoints } from './endpoints';
import { EndpointsController } from './endpoints.controller';

@Module({
  controllers: [EndpointsController],
  providers: [
    Endpoints,
    { provide: AllowedNetworks, useFactory: () => new AllowedNetworks(process.env[ALLOWED_NETWORKS] ?? '') },
  ],
  exports: [Endpoints, AllowedNetworks],
})
export class OutgoingWebhooksModule {}
