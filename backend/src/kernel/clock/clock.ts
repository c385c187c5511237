import { Injectable } from '@nestjs/common';

/** The wall clock, in milliseconds since the epoch. Tests can set it. */
@Injectable()
export class Clock {
  now(): number {
    return Date.now();
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }
}
