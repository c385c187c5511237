import { Inject, Injectable, Logger } from '@nestjs/common';
import type { ConnectionList, ConnectError } from '@sellary/contracts';
import { type ConnectCapability, type PlatformAdapter, PlatformError } from '@sellary/extension-kit';
import type { Request } from 'express';
import { Access, hasRole, type Principal } from '../../auth';
import { ApiError, APP_CONFIG, type AppConfig } from '../../kernel';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { toApiError, Connections } from './connections';
import { OauthStates } from './oauth-states';

type Connectable = Pick<PlatformAdapter, 'id' | 'label'> & { connect: ConnectCapability };
type CompleteRequest = Parameters<ConnectCapability['complete']>[0];

/** Query parameters of a platform's redirect. */
interface PlatformRedirect {
  code?: unknown;
  state?: unknown;
  error?: unknown;
  error_code?: unknown;
  error_message?: unknown;
  error_description?: unknown;
}

const MAX_CODE_LENGTH = 4_000;
const MAX_MESSAGE_LENGTH = 300;
/** Maximum number of missed accounts listed in the console's address. */
const MAX_MISSED = 50;

/**
 * Platform sign-in, from the button to the connection. The user chooses pages or accounts in the platform's
 * own dialog, and all of them are connected.
 */
@Injectable()
export class PlatformSignIn {
  private readonly log = new Logger('Connections');

  constructor(
    private readonly adapters: AdapterRegistry,
    private readonly states: OauthStates,
    private readonly connections: Connections,
    private readonly access: Access,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /**
   * Starts a sign-in.
   * @returns the address that the browser opens
   * @throws ApiError NOT_FOUND (platform), VALIDATION_FAILED (login), PLATFORM_ERROR (not set up for the
   * platform)
   */
  async start(
    principal: Principal,
    platform: string,
    requestedLogin: string | undefined,
    browserSecret: string,
    request: Request,
  ): Promise<string> {
    const { id, label, connect } = this.connectable(platform);
    const login = requestedLogin ?? connect.methods[0].id;
    if (!connect.methods.some((method) => method.id === login)) {
      throw ApiError.invalid('login', `${label} does not support this kind of login.`);
    }
    const redirectUri = `${this.serverUrl(request)}/api/connections/oauth/${id}/callback`;
    try {
      // Called first with an empty state, so that nothing is started if this server is not set up for the
      // platform.
      connect.authorizeUrl({ login, state: '', redirectUri });
      const state = await this.states.start(principal, browserSecret, id, login, redirectUri);
      return connect.authorizeUrl({ login, state, redirectUri });
    } catch (error) {
      throw toApiError(error);
    }
  }

  /** Lists the latest sign-ins that the user has started and not finished. */
  listUnfinished({ workspaceId, userId }: Principal): Promise<ConnectionList['unfinished']> {
    return this.states.listUnfinished(workspaceId, userId);
  }

  /**
   * Finishes a sign-in. No query parameter makes it throw.
   * @returns the address of the console, with the result
   */
  async finish(platform: string, redirect: PlatformRedirect, browserSecret: string | null): Promise<string> {
    const adapter = this.connectable(platform);
    const { code, state } = redirect;
    const started =
      typeof state === 'string' ? await this.states.finish(state, browserSecret, platform) : null;
    if (started === null) return this.consoleAddress({ error: 'state_invalid' });
    if (typeof code !== 'string' || code === '' || code.length > MAX_CODE_LENGTH) {
      return this.consoleAddress({ error: this.connectErrorFrom(adapter, redirect) });
    }
    const principal = await this.access.principalOf({
      sub: started.userId,
      ws: started.workspaceId,
      sid: started.sessionId,
      exp: 0,
    });
    if (principal === null) return this.consoleAddress({ error: 'state_invalid' });
    if (!hasRole(principal.role, 'admin')) return this.consoleAddress({ error: 'forbidden' });
    return this.connect(principal, adapter, { login: started.login, code, redirectUri: started.redirectUri });
  }

  /** @throws ApiError NOT_FOUND */
  private connectable(platform: string): Connectable {
    const adapter = this.adapters.get(platform);
    const { connect } = adapter;
    if (connect === undefined) throw new ApiError('NOT_FOUND', 'This platform does not support sign-in.');
    return { id: adapter.id, label: adapter.label, connect };
  }

  private async connect(
    principal: Principal,
    adapter: Connectable,
    { login, code, redirectUri }: CompleteRequest,
  ): Promise<string> {
    try {
      // Some redirects end with the fragment `#_=_`, which a client may have added to the code.
      const { accounts, missed } = await adapter.connect.complete({
        login,
        code: code.replace(/#_=?_?$/, ''),
        redirectUri,
      });
      if (accounts.length === 0) {
        return this.consoleAddress(
          { error: missed.length > 0 ? 'page_not_opened' : adapter.connect.nothingGranted },
          missed,
        );
      }
      return this.consoleAddress(
        { connected: (await this.connections.saveAccounts(principal, adapter.id, accounts)).join(',') },
        missed,
      );
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      this.log.warn(`The sign-in at ${adapter.label} failed: ${error.message}`);
      return this.consoleAddress({ error: adapter.connect.failure(error, login) });
    }
  }

  /** Returns whether the user or the platform refused. Logs the platform's reason. */
  private connectErrorFrom(
    adapter: Connectable,
    { error, error_code, error_message, error_description }: PlatformRedirect,
  ): ConnectError {
    if (error === 'access_denied' || (error === undefined && error_code === undefined)) return 'denied';
    const outcome = [error, error_code, error_message, error_description]
      .filter((part) => typeof part === 'string')
      .join(', ');
    this.log.warn(
      `${adapter.label} redirected back without a sign-in: ${JSON.stringify(outcome.slice(0, MAX_MESSAGE_LENGTH))}`,
    );
    return 'platform_error';
  }

  /** @param missed ids of accounts that were granted but could not be opened */
  private consoleAddress(
    outcome: { connected: string } | { error: ConnectError },
    missed: string[] = [],
  ): string {
    const query = new URLSearchParams({
      ...outcome,
      ...(missed.length === 0 ? {} : { missed: missed.slice(0, MAX_MISSED).join(',') }),
    });
    return `${this.config.publicUrl ?? ''}/connections?${query.toString()}`;
  }

  /** This server's address. Platforms accept only the exact address registered for the app. */
  private serverUrl(request: Request): string {
    return (
      this.config.publicUrl ??
      `${request.protocol}://${request.headers.host ?? `localhost:${this.config.port}`}`
    );
  }
}
