import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Passwords {
  private readonly decoy = hash('nobody has this password', COST);

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** Takes the same time whether or not there is an account: `stored` null compares with a decoy and is always false. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const same = await verify(stored ?? (await this.decoy), password);
    return same && stored !== null;
  }
}
