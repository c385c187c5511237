import { Injectable } from '@nestjs/common';

/** The only place that reads the wall clock, so that tests can move it. Milliseconds since the epoch. */
@Injectable()
export class Clock {
  now(): number {
    return Date.now();
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }
}
