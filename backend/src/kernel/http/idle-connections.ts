import { type BeforeApplicationShutdown, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import { runEvery } from '../background/background';

const CHECK_EVERY_MS = 50;

/**
 * Closes idle connections during shutdown. The server waits for every connection, and a connection that
 * becomes idle during shutdown would otherwise stay open for the usual idle time. Requests in progress are
 * still answered.
 */
@Injectable()
export class IdleConnections implements BeforeApplicationShutdown, OnApplicationShutdown {
  private stop: () => void = () => undefined;

  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    this.stop = runEvery('idle connections', CHECK_EVERY_MS, () => server.closeIdleConnections());
  }

  onApplicationShutdown(): void {
    this.stop();
  }
}
