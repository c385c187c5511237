import type { ConnectError } from '@sellary/contracts';
import type { PlatformError } from '@sellary/extension-kit';
import { GraphError } from './graph/graph-error';

/** Meta's subcode: the redirect address is not registered for the app. */
const REDIRECT_NOT_REGISTERED = 36_008;

/** Error code that the console gets for a failed sign-in. */
export function connectFailure(error: PlatformError, login: string): ConnectError {
  if (error.kind === 'misconfigured') {
    return login === 'instagram' ? 'instagram_not_configured' : 'not_configured';
  }
  return error instanceof GraphError && error.subcode === REDIRECT_NOT_REGISTERED
    ? 'redirect_refused'
    : 'platform_error';
}
