import type { SimClock } from '../clock/sim-clock';
import type { Headers } from '../http/reply';
import type { Token } from '../oauth/tokens';
import type { World } from '../world/world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const BUCKETS = 60;

const DEFAULT_REGAIN_MINUTES = 5;

/** Below this percentage the platform sends no usage header. */
const NEGLIGIBLE_PERCENT = 1;

/** Calls in a rolling window divided into sixty parts. */
class RollingWindow {
  private readonly counts = new Map<number, number>();

  constructor(private readonly widthMs: number) {}

  add(now: number): void {
    const bucket = this.bucket(now);
    this.counts.set(bucket, (this.counts.get(bucket) ?? 0) + 1);
  }

  count(now: number): number {
    const oldest = this.bucket(now) - BUCKETS;
    let sum = 0;
    for (const [bucket, count] of this.counts) {
      if (bucket <= oldest) this.counts.delete(bucket);
      else sum += count;
    }
    return sum;
  }

  private bucket(now: number): number {
    return Math.floor(now / (this.widthMs / BUCKETS));
  }
}

interface Account {
  /** Id of a page or an Instagram account, or `app`. */
  id: string;
  family: 'app' | 'pages' | 'instagram';
}

interface ForcedUsage {
  percent: number;
  regainMs: number;
  /** End of the throttle; null below 100%. */
  blockedUntil: number | null;
}

/** Counts calls for the app, each page, and each Instagram account, and limits them to a quota. */
export class Usage {
  private readonly forced = new Map<string, ForcedUsage>();
  /** Calls that the app may make per hour: 200 for each user. */
  appPerHour = 200 * 50;
  private readonly windows = new Map<string, RollingWindow>();

  constructor(
    private readonly clock: SimClock,
    private readonly world: World,
  ) {}

  /**
   * Sets the usage regardless of calls; at 100% or more, calls are throttled until there have been none for
   * `regainMinutes`.
   */
  force(id: string, percent: number, regainMinutes: number): void {
    const regainMs = regainMinutes * MINUTE_MS;
    this.forced.set(id, {
      percent,
      regainMs,
      blockedUntil: percent >= 100 ? this.clock.now() + regainMs : null,
    });
  }

  /** Goes back to counting calls. */
  clearForced(id: string): void {
    this.forced.delete(id);
  }

  /** Counts the call even if it is throttled, because calls during a throttle extend it. */
  count(token: Token): void {
    const { id, family } = accountOf(token);
    const forced = this.forcedOf(id);
    if (forced?.blockedUntil != null) forced.blockedUntil = this.clock.now() + forced.regainMs;
    let window = this.windows.get(id);
    if (window === undefined) {
      window = new RollingWindow(family === 'app' ? HOUR_MS : DAY_MS);
      this.windows.set(id, window);
    }
    window.add(this.clock.now());
  }

  /** @returns the error code, or null if the quota is not used up */
  throttleCode(token: Token, isOnPage: boolean): number | null {
    const { family } = accountOf(token);
    if (this.percent(token) < 100) return null;
    if (family === 'pages') return 80001;
    if (family === 'instagram') return 80002;
    return isOnPage ? 32 : token.kind === 'APP' ? 4 : 17;
  }

  headers(token: Token): Headers {
    const percent = this.percent(token);
    if (percent < NEGLIGIBLE_PERCENT) return {};
    const { id, family } = accountOf(token);
    const usage = {
      call_count: percent,
      total_cputime: Math.floor(percent / 4),
      total_time: Math.floor(percent / 3),
    };
    if (family === 'app') return { 'x-app-usage': JSON.stringify(usage) };
    const estimated_time_to_regain_access = percent >= 100 ? this.minutesLeft(id) : 0;
    const headers: Record<string, string> = {
      'x-business-use-case-usage': JSON.stringify({
        [id]: [{ type: family, ...usage, estimated_time_to_regain_access }],
      }),
    };
    if (family === 'pages') headers['x-page-usage'] = JSON.stringify(usage);
    return headers;
  }

  private percent(token: Token): number {
    const { id, family } = accountOf(token);
    const forced = this.forcedOf(id);
    if (forced !== null) return forced.percent;
    const calls = this.windows.get(id)?.count(this.clock.now()) ?? 0;
    return Math.floor((calls / this.allowance(id, family)) * 100);
  }

  private forcedOf(id: string): ForcedUsage | null {
    const forced = this.forced.get(id);
    if (forced?.blockedUntil != null && forced.blockedUntil <= this.clock.now()) this.forced.delete(id);
    return this.forced.get(id) ?? null;
  }

  private minutesLeft(id: string): number {
    const blockedUntil = this.forcedOf(id)?.blockedUntil ?? null;
    return blockedUntil === null
      ? DEFAULT_REGAIN_MINUTES
      : Math.ceil((blockedUntil - this.clock.now()) / MINUTE_MS);
  }

  private allowance(id: string, family: Account['family']): number {
    if (family === 'app') return this.appPerHour;
    return 4800 * (this.world.pages.get(id)?.engagedUsers ?? 100);
  }
}

function accountOf({ kind, subject, pageId }: Token): Account {
  if (kind === 'PAGE') return { id: pageId ?? subject, family: 'pages' };
  if (kind === 'INSTAGRAM') return { id: subject, family: 'instagram' };
  return { id: 'app', family: 'app' };
}
