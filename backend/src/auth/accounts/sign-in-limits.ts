import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  ApiError,
  APP_CONFIG,
  type AppConfig,
  isLoopbackHost,
  poolReader,
  type Reader,
  type Tx,
  violatedConstraint,
} from '../../kernel';
import { SecurityLog } from '../audit/security-log';
import { BoundedQueue } from '../limits/bounded-queue';
import { type Limit, LimitHit, Limits } from '../limits/limits';
import { networkOf } from '../limits/network';
import { emailTaken } from './credentials';
import { AUTH_SECTION } from '../auth.config';

const MINUTE = 60;
const HOUR = 3_600;

const FAILED_LOGINS: Limit = {
  name: 'login',
  points: 10,
  seconds: MINUTE,
  cachesRejections: true,
  refusal: 'Too many failed sign-ins for this email.',
};
/** Required by ASVS 2.2.1. Attackers cannot use this limit to lock the owner out (see `accountKey`). */
const FAILED_LOGINS_PER_ACCOUNT: Limit = {
  ...FAILED_LOGINS,
  name: 'login-account',
  points: 100,
  seconds: HOUR,
};
/** High enough for an office behind one address, too low to try a list of emails. */
const FAILED_LOGINS_PER_NETWORK: Limit = {
  name: 'login-network',
  points: 100,
  seconds: MINUTE,
  cachesRejections: true,
  refusal: 'Too many failed sign-ins from this network.',
};
const REGISTRATIONS: Limit = {
  name: 'register',
  points: 60,
  seconds: HOUR,
  refusal: 'Too many registrations from this network.',
};
const FAILED_REGISTRATIONS: Limit = {
  name: 'register-failed',
  points: 80,
  seconds: HOUR,
  refusal: 'Too many failed registrations from this network.',
};
const UNKNOWN_LINKS: Limit = {
  name: 'unknown-link',
  points: 30,
  seconds: MINUTE,
  cachesRejections: true,
  refusal: 'Too many invalid links from this network.',
};

/**
 * Each sign-in makes several queries. The rest of the pool's 20 connections stays free for signed-in users.
 */
const MAX_SIGN_INS_AT_ONCE = 8;
/**
 * Concurrent sign-ins for one account and network. Lower than FAILED_LOGINS, so that concurrent sign-ins with
 * the right password do not reach that limit.
 */
const MAX_SIGN_INS_PER_ACCOUNT = 4;
/** A full queue takes about two seconds to empty. */
const MAX_WAITING_SIGN_INS = 64;

interface RegistrationAttempt {
  countAsFailed(): Promise<void>;
  refund(): Promise<void>;
}

/**
 * Decides whether registration is open and how often a caller may fail to sign in or register. All processes
 * share the limits.
 */
@Injectable()
export class SignInLimits {
  private readonly signIns = new BoundedQueue(MAX_SIGN_INS_AT_ONCE, MAX_WAITING_SIGN_INS);
  /** Queues by email and network. */
  private readonly accountQueues = new Map<string, BoundedQueue>();
  /** True once an account has been found, so that later requests need no query. */
  private hasAccounts = false;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly dataSource: DataSource,
    private readonly limits: Limits,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Runs a sign-in, which counts as failed until it succeeds. For this reason, only a few attempts on one
   * account from one network run at the same time.
   * @throws ApiError RATE_LIMITED, and any error from `attempt`
   */
  async login<T>(emailKey: string, address: string, attempt: () => Promise<T>): Promise<T> {
    const key = `${emailKey} ${networkOf(address)}`;
    const queue =
      this.accountQueues.get(key) ?? new BoundedQueue(MAX_SIGN_INS_PER_ACCOUNT, MAX_WAITING_SIGN_INS);
    this.accountQueues.set(key, queue);
    try {
      return await queue.run(() => this.signIns.run(() => this.countedLogin(emailKey, address, attempt)));
    } finally {
      if (queue.isIdle) this.accountQueues.delete(key);
    }
  }

  /**
   * Finds a record by the secret in its link. Only unknown links count toward the limit, so that a valid link
   * still works from an address that has tried invalid ones.
   * @throws ApiError RATE_LIMITED
   */
  async findByLink<T>(address: string, find: () => Promise<T | undefined>): Promise<T | undefined> {
    const found = await find();
    if (found === undefined) await this.consume(UNKNOWN_LINKS, networkOf(address));
    return found;
  }

  /**
   * Counts a registration. If it fails, `countAsFailed` counts it as a failed registration instead. Outside
   * production, a registration from this machine counts only if it fails, so that tests and rehearsals can
   * register freely.
   * @throws ApiError RATE_LIMITED
   */
  async beginRegistration(address: string): Promise<RegistrationAttempt> {
    const network = networkOf(address);
    const refund = this.isLocal(address)
      ? () => Promise.resolve()
      : () => this.limits.refund(REGISTRATIONS, network);
    if (!this.isLocal(address)) {
      await this.limits.check(FAILED_REGISTRATIONS, network);
      await this.consume(REGISTRATIONS, network);
    }
    return {
      refund,
      countAsFailed: async () => {
        await refund();
        await this.consume(FAILED_REGISTRATIONS, network);
      },
    };
  }

  /**
   * Counts a registration as failed if `error` is a rejection. Refunds it otherwise, because an unresponsive
   * database, for example, is not the caller's fault. Returns the error to report to the caller.
   * @throws ApiError RATE_LIMITED instead of the rejection, once the caller has had too many
   */
  async countFailure(attempt: RegistrationAttempt, error: unknown): Promise<unknown> {
    const failure = violatedConstraint(error) === 'UQ_users_email_key' ? emailTaken() : error;
    const isRefusal = failure instanceof ApiError && failure.status < 500;
    await (isRefusal ? attempt.countAsFailed() : attempt.refund());
    return failure;
  }

  /**
   * Checks early, before the expensive password hashing. `checkRegistrationOpen` makes the final decision.
   * @throws ApiError REGISTRATION_CLOSED
   */
  async checkRegistrationEarly(): Promise<void> {
    await this.requireOpenRegistration(poolReader(this.dataSource));
  }

  /**
   * @throws ApiError REGISTRATION_CLOSED if REGISTRATION is `invite`, or if it is `first` and an account
   * already exists
   */
  async checkRegistrationOpen(tx: Tx): Promise<void> {
    if (this.config.sections.get(AUTH_SECTION).registration === 'open') return;
    // Only one of two simultaneous registrations may be the first.
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('sellary first registration'))");
    await this.requireOpenRegistration(tx);
  }

  /** True if the installation has no accounts yet, and a visitor may create the first one. */
  async mayCreateFirstAccount(): Promise<boolean> {
    if (this.hasAccounts || this.config.sections.get(AUTH_SECTION).registration === 'invite') return false;
    this.hasAccounts = (await this.dataSource.query<unknown[]>('SELECT 1 FROM users LIMIT 1')).length > 0;
    return !this.hasAccounts;
  }

  private async requireOpenRegistration(reader: Reader): Promise<void> {
    const { registration } = this.config.sections.get(AUTH_SECTION);
    if (registration === 'open') return;
    const accounts = registration === 'invite' ? [] : await reader.query('SELECT 1 FROM users LIMIT 1');
    if (registration === 'invite' || accounts.length > 0) {
      throw new ApiError('REGISTRATION_CLOSED', 'Registration is closed. Ask an owner for an invitation.');
    }
  }

  private async countedLogin<T>(emailKey: string, address: string, attempt: () => Promise<T>): Promise<T> {
    const counted: [Limit, string][] = [];
    try {
      await this.countLogin(counted, emailKey, networkOf(address));
      const result = await attempt();
      await this.refund(counted);
      return result;
    } catch (error) {
      if (error instanceof LimitHit && error.isFirst) {
        this.securityLog.reportRefusedSignIn({ emailKey, address, reason: 'limit' });
      }
      if (error instanceof ApiError && error.code === 'INVALID_CREDENTIALS') {
        this.securityLog.reportRefusedSignIn({ emailKey, address, reason: 'password' });
      } else {
        // Only a wrong password counts, because a limit or a full queue rejects the sign-in before the
        // password is compared.
        await this.refund(counted);
      }
      throw error;
    }
  }

  /**
   * Counts the sign-in against the network's limit first. Once that limit is reached, a flood from that
   * network causes no queries.
   * @throws LimitHit
   */
  private async countLogin(counted: [Limit, string][], emailKey: string, network: string): Promise<void> {
    const count = async (limit: Limit, key: string): Promise<void> => {
      await this.limits.consume(limit, key);
      counted.push([limit, key]);
    };
    await count(FAILED_LOGINS_PER_NETWORK, network);
    const results = await Promise.allSettled([
      count(FAILED_LOGINS, `${emailKey} ${network}`),
      this.accountKey(emailKey, network).then((key) => count(FAILED_LOGINS_PER_ACCOUNT, key)),
    ]);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  private async consume(limit: Limit, network: string): Promise<void> {
    try {
      await this.limits.consume(limit, network);
    } catch (error) {
      if (error instanceof LimitHit && error.isFirst) {
        this.securityLog.warn(`Limit "${limit.name}" reached from ${network}`);
      }
      throw error;
    }
  }

  private async refund(counted: [Limit, string][]): Promise<void> {
    await Promise.all(counted.map(([limit, key]) => this.limits.refund(limit, key)));
  }

  /**
   * Key of an account's hourly limit. All unknown networks share one count, no matter how many there are. A
   * network from which the owner has signed in during the last 30 days has its own count, so that attackers
   * cannot lock the owner out. From a new network, the owner has to wait until an attack is over, or reset
   * the password.
   */
  private async accountKey(emailKey: string, network: string): Promise<string> {
    const sessions = await this.dataSource.query<unknown[]>(
      'SELECT 1 FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email_key = $1 AND s.network = $2 LIMIT 1',
      [emailKey, network],
    );
    return sessions.length > 0 ? `${emailKey} ${network}` : emailKey;
  }

  private isLocal(address: string): boolean {
    return !this.config.production && isLoopbackHost(address);
  }
}
