import { type BeforeApplicationShutdown, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import { every } from '../background/background';

const LOOK_EVERY_MS = 50;

/**
 * While the server closes it waits for every connection, and a connection whose last answer left a moment
 * later would be kept for as long as idle ones are kept in service. Requests under way are still answered; a
 * connection without one is closed.
 */
@Injectable()
export class IdleConnections implements BeforeApplicationShutdown, OnApplicationShutdown {
  private stop: () => void = () => undefined;

  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    this.stop = every('idle connections', LOOK_EVERY_MS, () => server.closeIdleConnections());
  }

  onApplicationShutdown(): void {
    this.stop();
  }
}
