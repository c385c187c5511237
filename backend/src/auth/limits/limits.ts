import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { createClient, type RedisClientType } from '@redis/client';
import { createHash } from 'node:crypto';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { ApiError, APP_CONFIG, type AppConfig, messageOf, RECONNECT_MS } from '../../kernel';

const MAX_STORE_WAIT_MS = 1_000;

/** At most `points` attempts per `seconds`, counted separately for each key. */
export interface Limit {
  name: string;
  points: number;
  seconds: number;
  /**
   * Each process remembers a refusal until the window ends, so that a flood causes no queries. Do not set it
   * for limits whose attempts are often refunded.
   */
  cachesRejections?: true;
  /** The sentence before "Try again in …" in the error message. */
  refusal: string;
}

/**
 * Error for an attempt beyond a limit. `isFirst` is true once per window, so that a flood is recorded once.
 */
export class LimitHit extends ApiError {
  constructor(
    limit: Limit,
    seconds: number,
    readonly isFirst: boolean,
  ) {
    super('RATE_LIMITED', `${limit.refusal} Try again in ${inWords(seconds)}.`, undefined, seconds);
  }
}

const inWords = (seconds: number): string =>
  seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;

/**
 * Counts callers' attempts across all processes, in Redis if REDIS_URL is set, otherwise in PostgreSQL. If
 * the store does not respond, each process counts in its own memory until the store is back. Limits still
 * apply then, but each process allows the full number.
 */
@Injectable()
export class Limits implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Limits');
  private readonly limiters = new Map<string, RateLimiterAbstract>();
  private readonly redis: RedisClientType | null;
  private isStoreReachable = true;

  constructor(
    @Inject(APP_CONFIG) config: AppConfig,
    private readonly dataSource: DataSource,
  ) {
    this.redis = config.redisUrl === null ? null : this.newClient(config.redisUrl);
  }

  onApplicationBootstrap(): void {
    // Not awaited, because the product can start without Redis and count in memory. The client retries until
    // it is closed.
    this.redis?.connect().catch((error: unknown) => this.logOutage(error));
  }

  onApplicationShutdown(): void {
    if (this.redis?.isOpen === true) this.redis.destroy();
  }

  /**
   * Counts one attempt.
   * @throws LimitHit
   */
  async consume(limit: Limit, key: string): Promise<void> {
    try {
      await this.limiterOf(limit).consume(hashOf(key));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new LimitHit(limit, seconds, refusal.consumedPoints === limit.points + 1);
    }
  }

  /** Refunds an attempt that should not count. */
  async refund(limit: Limit, key: string): Promise<void> {
    await this.limiterOf(limit).reward(hashOf(key), 1);
  }

  /**
   * Checks whether the limit has been reached, without counting an attempt.
   * @throws LimitHit
   */
  async check(limit: Limit, key: string): Promise<void> {
    const state = await this.limiterOf(limit).get(hashOf(key));
    if (state === null || state.consumedPoints < limit.points) return;
    throw new LimitHit(limit, Math.max(1, Math.ceil(state.msBeforeNext / 1000)), false);
  }

  @Cron(CronExpression.EVERY_HOUR)
  async removeExpiredCounters(): Promise<void> {
    await this.dataSource.query('DELETE FROM rate_limits WHERE expire < $1', [Date.now()]);
  }

  private limiterOf(limit: Limit): RateLimiterAbstract {
    const existing = this.limiters.get(limit.name);
    if (existing !== undefined) return existing;
    const shared = { keyPrefix: limit.name, points: limit.points, duration: limit.seconds };
    const insuranceLimiter = new RateLimiterMemory(shared);
    const options =
      limit.cachesRejections === true ? { ...shared, inMemoryBlockOnConsumed: limit.points + 1 } : shared;
    const limiter =
      this.redis === null
        ? new RateLimiterPostgres({
            ...options,
            insuranceLimiter,
            storeClient: this.dataSource,
            storeType: 'typeorm',
            tableName: 'rate_limits',
            tableCreated: true,
            clearExpiredByTimeout: false,
          })
        : // A frozen Redis must not delay sign-ins.
          new RLWrapperTimeouts({
            timeoutMs: MAX_STORE_WAIT_MS,
            limiter: new RateLimiterRedis({
              ...options,
              insuranceLimiter,
              storeClient: this.redis,
              useRedisPackage: true,
              rejectIfRedisNotReady: true,
            }),
          });
    this.limiters.set(limit.name, limiter);
    return limiter;
  }

  private newClient(url: string): RedisClientType {
    const client: RedisClientType = createClient({
      url,
      disableOfflineQueue: true,
      socket: { reconnectStrategy: () => RECONNECT_MS },
    });
    client.on('error', (error: unknown) => this.logOutage(error));
    client.on('ready', () => (this.isStoreReachable = true));
    return client;
  }

  /** Logs once per Redis outage, not once per attempt. */
  private logOutage(error: unknown): void {
    if (!this.isStoreReachable) return;
    this.isStoreReachable = false;
    this.log.warn(
      `Redis is not responding. Until it responds, this process counts attempts in its own memory: ${messageOf(error)}`,
    );
  }
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url');
