import { Module } from '@nestjs/common';
import { NETWORKS_VARIABLE, AllowedNetworks } from './allowed-networks';
import { Endpoints } from './endpoints';
import { EndpointsController } from './endpoints.controller';

@Module({
  controllers: [EndpointsController],
  providers: [
    Endpoints,
    { provide: AllowedNetworks, useFactory: () => new AllowedNetworks(process.env[NETWORKS_VARIABLE] ?? '') },
  ],
  exports: [Endpoints, AllowedNetworks],
})
export class OutgoingWebhooksModule {}
