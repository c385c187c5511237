import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { BoundedQueue } from '../limits/bounded-queue';

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Half of libuv's four threads. A flood of sign-ins leaves the other half for gzip and files. */
const MAX_AT_ONCE = 2;
/** About a second of waiting on a small machine. */
const MAX_WAITING = 64;

/**
 * Hashes and verifies passwords, a few at a time. All methods throw ApiError RATE_LIMITED if too many callers
 * are already waiting.
 */
@Injectable()
export class Passwords {
  private readonly queue = new BoundedQueue(MAX_AT_ONCE, MAX_WAITING);
  private readonly decoy = hash('nobody has this password', COST);

  hash(password: string): Promise<string> {
    return this.queue.run(() => hash(password.normalize('NFC'), COST));
  }

  /**
   * Compares a password with a stored hash. Without a hash, compares it with a decoy and returns false, so
   * that the time does not reveal whether there is an account.
   */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const expected = stored ?? (await this.decoy);
    const isSame = await this.queue.run(async () => {
      for (const form of formsOf(password)) if (await verify(expected, form)) return true;
      return false;
    });
    return isSame && stored !== null;
  }
}

/**
 * Devices compose accents in different ways. New hashes use the composed form (NFC), and older ones use the
 * password as typed.
 */
const formsOf = (password: string): Set<string> => new Set([password, password.normalize('NFC')]);
