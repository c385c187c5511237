import type { Caller } from './caller';

/** An act performed by a test, and the states before and after it, which the audit log must contain. */
export interface Act {
  /** `METHOD path` as the API describes it. */
  route: string;
  action: string;
  before?: unknown;
  after?: unknown;
}

/** Collects a test's acts. */
export class ActLog {
  readonly acts: Act[] = [];

  readonly addAct = (route: string, action: string, before?: unknown, after?: unknown): void => {
    this.acts.push({
      route,
      action,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
  };
}

/**
 * Sends a request.
 * @returns the response body
 * @throws Error if the call is not successful
 */
export async function sendOrThrow<T>(
  caller: Pick<Caller, 'call'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await caller.call<T>(method, path, body);
  if (response.status >= 300) {
    throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(response.body)}`);
  }
  return response.body;
}
