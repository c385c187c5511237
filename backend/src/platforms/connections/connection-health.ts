import { Injectable, Logger } from '@nestjs/common';
import { PlatformError, type TokenHealth } from '@sellary/extension-kit';
import { Clock, messageOf } from '../../kernel';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { throttlePauseMs } from '../adapter/quota';
import { type ConnectionRow, ConnectionStore } from './connection-store';
import { type QuotaOwners, Throttles } from './throttles';
import { UnreadableToken } from './token-vault';

/** Stores in each connection what the platform reports about its sign-in, so that users see it. */
@Injectable()
export class ConnectionHealth {
  private readonly log = new Logger('Connections');
  /**
   * Ids of the connections being checked. Each needs only one check, even if several calls find the same
   * grant invalid at the same time.
   */
  private readonly checkingIds = new Set<string>();

  constructor(
    private readonly store: ConnectionStore,
    private readonly adapters: AdapterRegistry,
    private readonly throttles: Throttles,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks the token with the platform and records the result.
   * @throws PlatformError `reconnect` or `revoked` if it is invalid
   * @throws UnreadableToken
   */
  async check(row: ConnectionRow): Promise<TokenHealth> {
    const health = await this.inspect(row);
    await this.store.saveHealth(
      row,
      { status: 'active', problem: null, token_expires_at: health.expiresAt, scopes: health.scopes },
      this.clock.iso(),
    );
    return health;
  }

  /**
   * Records an error in the connection if it concerns the sign-in or a permission.
   * @returns true if the sign-in has ended
   */
  async recordProblem(row: ConnectionRow, error: unknown): Promise<boolean> {
    if (error instanceof PlatformError && error.kind === 'permission') return this.recordRefusal(row, error);
    if (!(await this.recordSignInEnd(row, error))) return false;
    if (error instanceof PlatformError) await this.checkOtherConnections(row);
    return true;
  }

  /**
   * Records that the platform refused a call. If a permission is missing, no problem text is stored, because
   * the stored scopes already show which one is missing.
   */
  private async recordRefusal(row: ConnectionRow, { forPeople }: PlatformError): Promise<boolean> {
    try {
      const { scopes, expiresAt } = await this.inspect(row);
      const { label, connect } = this.adapters.get(row.platform);
      const isScopeMissing = connect?.needs(row.details).some((scope) => !scopes.includes(scope)) ?? false;
      const problem = isScopeMissing
        ? null
        : `${label} refuses to return comments, although no permission is missing. ${connect?.refusalAdvice ?? ''} Fix this, then connect the account again. ${forPeople}`;
      await this.store.saveHealth(
        row,
        { status: 'active', problem, scopes, token_expires_at: expiresAt },
        this.clock.iso(),
      );
      return false;
    } catch (error) {
      return this.recordSignInEnd(row, error);
    }
  }

  /**
   * Records the end of the sign-in if the error means that it has ended.
   * @returns true if the sign-in has ended
   */
  async recordSignInEnd(row: ConnectionRow, error: unknown): Promise<boolean> {
    const status = error instanceof PlatformError && error.kind === 'revoked' ? 'revoked' : 'expired';
    if (error instanceof UnreadableToken) {
      const problem =
        'The stored sign-in can no longer be decrypted because TOKEN_ENCRYPTION_KEY was changed or the stored token was altered. Connect the account again.';
      await this.store.saveHealth(row, { status, problem }, this.clock.iso());
      return true;
    }
    if (!(error instanceof PlatformError && error.needsReconnect)) return false;
    const problem = `${error.forPeople} Connect the account again.`;
    await this.store.saveHealth(row, { status, problem }, this.clock.iso());
    return true;
  }

  /**
   * Time until which the platform must not be called for the account, in ms, or null if calls are allowed
   * now.
   */
  async throttledUntil(row: ConnectionRow): Promise<number | null> {
    const until = await this.throttles.throttledUntil(this.quotaOwnersOf(row));
    return until > this.clock.now() ? until : null;
  }

  /** Records, for all processes, that the platform demands a pause. */
  recordThrottle(row: ConnectionRow, { scope, retryAfterMs }: PlatformError): Promise<void> {
    return this.throttles.record(
      this.quotaOwnersOf(row),
      scope,
      this.clock.now() + throttlePauseMs(retryAfterMs),
    );
  }

  private quotaOwnersOf({ platform, external_account_id: accountId }: ConnectionRow): QuotaOwners {
    return { app: this.adapters.appOf(platform), accountId };
  }

  /** Checks the grant's other connections, because if one sign-in has ended, usually all of them have. */
  private async checkOtherConnections(row: ConnectionRow): Promise<void> {
    for (const other of await this.store.findOthersWithSameGrant(row)) {
      if (this.checkingIds.has(other.id)) continue;
      this.checkingIds.add(other.id);
      await this.check(other)
        .catch((error: unknown) => this.recordSignInEnd(other, error))
        .catch((error: unknown) => this.log.warn(`A connection could not be checked: ${messageOf(error)}`))
        .finally(() => this.checkingIds.delete(other.id));
    }
  }

  /**
   * Asks the platform about the token. Uses the stored value for anything that the platform does not report.
   */
  private async inspect(row: ConnectionRow): Promise<TokenHealth> {
    const inspected = await this.adapters.get(row.platform).connect?.inspect(this.store.open(row));
    const { expiresAt = null, scopes = [] } = inspected ?? {};
    return { expiresAt: expiresAt ?? row.token_expires_at, scopes: scopes.length > 0 ? scopes : row.scopes };
  }
}
