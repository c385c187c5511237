import type { ConnectError } from '@sellary/contracts';
import type { PlatformError } from '@sellary/extension-kit';
import { GraphError } from './graph/graph-error';

/** Subcode of Meta: the redirect address is not in the list of the app. */
const REDIRECT_DIFFERS = 36_008;

/** Error code of a failed sign-in, for the console. */
export function connectFailure(error: PlatformError, login: string): ConnectError {
  if (error.kind === 'misconfigured') {
    return login === 'instagram' ? 'instagram_not_configured' : 'not_configured';
  }
  return error instanceof GraphError && error.subcode === REDIRECT_DIFFERS
    ? 'redirect_refused'
    : 'platform_error';
}
