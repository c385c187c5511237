import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { type LoginRequest, ROLES, type RegisterRequest, type Role, type Session } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { AuthApi } from '../api/auth-api';
import { PageLanguage } from '../i18n/page-language';

/**
 * `starting`: not known yet. `expired`: the session ended while the page was open. The page stays as it is.
 */
type SessionPhase = 'starting' | 'signed-out' | 'signed-in' | 'expired';
type RenewOutcome = 'renewed' | 'ended' | 'unreachable';

type TabMessage = 'signed-in' | 'signed-out';

/**
 * A timer renews the token this long before it expires. If the timer is late, the next API call renews it
 * instead.
 */
const RENEW_AHEAD_MS = 60_000;
const RETRY_MS = 5_000;

/** The session of the signed-in user. The access token is in memory only, never in storage. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(AuthApi);
  private readonly language = inject(PageLanguage);
  private readonly session = signal<Session | null>(null);
  private readonly state = signal<SessionPhase>('starting');
  private readonly tabs =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('sellary.session');

  readonly phase = this.state.asReadonly();
  readonly user = computed(() => this.session()?.user ?? null);
  readonly workspace = computed(() => this.session()?.workspace ?? null);
  /** True once the server has failed to respond at startup. Until it responds, the page shows a message. */
  readonly startDelayed = signal(false);

  private validUntil = 0;
  private renewing: Promise<RenewOutcome> | null = null;
  private started: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private onSignedInAgain: (() => void)[] = [];

  constructor() {
    this.tabs?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
      if (data === 'signed-out' && this.state() === 'signed-in') this.clear('signed-out');
      if (data === 'signed-in' && this.state() === 'expired') void this.renew();
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      this.tabs?.close();
    });
  }

  mayAct(minimum: Role): boolean {
    const role = this.workspace()?.role;
    return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(minimum);
  }

  /**
   * Resolves when it is known whether the user is signed in. Keeps trying while the server does not respond.
   */
  ready(): Promise<void> {
    this.started ??= this.start();
    return this.started;
  }

  private async start(): Promise<void> {
    for (;;) {
      const outcome = await this.renew();
      if (outcome !== 'unreachable') return;
      this.startDelayed.set(true);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  async login(request: LoginRequest): Promise<void> {
    this.begin(await this.api.login(request));
  }

  async register(request: RegisterRequest): Promise<void> {
    this.begin(await this.api.register(request));
  }

  /** Uses a new session from a sign-in, a registration, or an accepted invitation. */
  begin(session: Session): void {
    this.setSession(session);
    this.tabs?.postMessage('signed-in' satisfies TabMessage);
  }

  /** Drops a session that the server has already ended. */
  forget(): void {
    this.clear('signed-out');
    this.tabs?.postMessage('signed-out' satisfies TabMessage);
  }

  async logout(): Promise<void> {
    if (this.state() === 'signed-in') await this.api.logout();
    this.forget();
  }

  /** The access token, renewed first if it is about to expire; null if the user is signed out. */
  async token(): Promise<string | null> {
    if (this.session() !== null && Date.now() > this.validUntil - RENEW_AHEAD_MS / 2) await this.renew();
    return this.session()?.accessToken ?? null;
  }

  /** Renews the token, unless the rejected token was already replaced. One renewal at a time, across tabs. */
  renew(refusedToken?: string | null): Promise<RenewOutcome> {
    const current = this.session()?.accessToken;
    if (refusedToken && current && current !== refusedToken) return Promise.resolve('renewed');
    this.renewing ??= this.withTabLock(() => this.refresh()).finally(() => (this.renewing = null));
    return this.renewing;
  }

  /** Resolves when the user has signed in again after the session expired. */
  signedInAgain(): Promise<void> {
    return this.state() === 'signed-in'
      ? Promise.resolve()
      : new Promise((resolve) => this.onSignedInAgain.push(resolve));
  }

  private async refresh(): Promise<RenewOutcome> {
    try {
      this.setSession(await this.api.refresh());
      return 'renewed';
    } catch (failure) {
      const { status } = ApiError.from(failure);
      if (status !== 401 && status !== 400 && status !== 403) {
        this.renewIn(RETRY_MS);
        return 'unreachable';
      }
      this.clear(this.session() === null && this.state() !== 'expired' ? 'signed-out' : 'expired');
      return 'ended';
    }
  }

  /**
   * Runs `work` in one tab at a time, because two tabs that use the same cookie simultaneously look like a
   * stolen cookie. Browsers without locks rely on the server's grace period.
   */
  private async withTabLock<T>(work: () => Promise<T>): Promise<T> {
    const locks: LockManager | undefined = navigator.locks;
    return locks ? await locks.request('sellary.session', work) : await work();
  }

  private setSession(session: Session): void {
    const before = this.session();
    this.session.set(session);
    this.state.set('signed-in');
    this.validUntil = Date.now() + session.expiresIn * 1000;
    this.renewIn(Math.max(session.expiresIn * 1000 - RENEW_AHEAD_MS, RETRY_MS));
    for (const resume of this.onSignedInAgain.splice(0)) resume();
    // Applying the language may reload the page. If a session already existed, that would interrupt a show.
    if (before === null) this.language.applyAccountLanguage(session.user.language);
    // The page still shows the previous user's or workspace's data, so start over instead of mixing the two.
    if (before && (before.user.id !== session.user.id || before.workspace.id !== session.workspace.id)) {
      location.reload();
    }
  }

  private clear(phase: 'signed-out' | 'expired'): void {
    clearTimeout(this.timer);
    if (phase === 'signed-out') this.session.set(null);
    this.state.set(phase);
  }

  private renewIn(ms: number): void {
    clearTimeout(this.timer);
    if (this.session() !== null) this.timer = setTimeout(() => void this.renew(), ms);
  }
}
