import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { backgroundFailures } from '../background/background';

/**
 * The process's Prometheus registry. Modules add their own counters to it; no label may identify a person or
 * a show.
 */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'sellary_' });
    this.registry.registerMetric(backgroundFailures);
  }

  onApplicationShutdown(): void {
    this.registry.clear();
  }
}
