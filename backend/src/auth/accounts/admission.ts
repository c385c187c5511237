import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ApiError, APP_CONFIG, type AppConfig, isLoopbackHost, type Tx } from '../../kernel';

const isLocalAddress = (address: string): boolean => isLoopbackHost(address.replace(/^::ffff:/, ''));

/** Whom we let try: whether registration is open, and how often strangers may knock (counted in this process, per address). */
@Injectable()
export class Admission {
  private readonly failedLogins = new RateLimiterMemory({ points: 10, duration: 60 });
  private readonly signingIn = new Map<string, Promise<void>>();
  private readonly registrations = new RateLimiterMemory({ points: 60, duration: 3_600 });
  private readonly unknownInvites = new RateLimiterMemory({ points: 30, duration: 60 });

  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  /**
   * Runs a sign-in, counted as failed until it has succeeded. Attempts on one account from one address take turns, so that callers at once
   * neither slip through together nor count each other's success as a failure. @throws ApiError RATE_LIMITED, and what `attempt` throws
   */
  async login<T>(emailKey: string, address: string, attempt: () => Promise<T>): Promise<T> {
    const key = `${emailKey} ${address}`;
    const before = this.signingIn.get(key) ?? Promise.resolve();
    const turn = before.then(async () => {
      await this.take(this.failedLogins, key, 'Too many failed sign-ins for this e-mail.');
      const result = await attempt();
      await this.failedLogins.reward(key, 1);
      return result;
    });
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.signingIn.set(key, settled);
    void settled.then(() => this.signingIn.get(key) === settled && this.signingIn.delete(key));
    return turn;
  }

  /** Looks for an invitation by its token; an address that keeps naming unknown ones has to wait. @throws ApiError RATE_LIMITED */
  async findInvite<T>(address: string, find: () => Promise<T | undefined>): Promise<T | undefined> {
    await this.take(this.unknownInvites, address, 'Too many unknown invitations from this address.');
    const found = await find();
    if (found !== undefined) await this.unknownInvites.reward(address, 1);
    return found;
  }

  /** @throws ApiError RATE_LIMITED. Local use is not limited: tests and rehearsals register as they like. */
  async beginRegistration(address: string): Promise<{ failed(): Promise<void> }> {
    if (!this.config.production && isLocalAddress(address)) return { failed: () => Promise.resolve() };
    await this.take(this.registrations, address, 'Too many registrations from this address.');
    return { failed: async () => void (await this.registrations.reward(address, 1)) };
  }

  /** @throws ApiError REGISTRATION_CLOSED where REGISTRATION is `invite`, or `first` and somebody is there already. */
  async checkOpen(tx: Tx): Promise<void> {
    if (this.config.registration === 'open') return;
    // Two first registrations at once must not both be first.
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('sellary first registration'))");
    const anyone = await tx.query('SELECT 1 FROM users LIMIT 1');
    if (this.config.registration === 'invite' || anyone.length > 0) {
      throw new ApiError('REGISTRATION_CLOSED', 'Registration is closed here. Ask an owner for an invitation.');
    }
  }

  private async take(limiter: RateLimiterMemory, key: string, message: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new ApiError('RATE_LIMITED', `${message} Try again in ${seconds} s.`, undefined, seconds);
    }
  }
}
