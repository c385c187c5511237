import type { Caller } from './caller';

/** An act that a test performed, and the state before and after it, which the audit log must hold. */
export interface Act {
  /** `METHOD path` as the API describes it. */
  route: string;
  action: string;
  before?: unknown;
  after?: unknown;
}

/** Collects the acts of a test. */
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
 * @returns the body of the answer
 * @throws Error if the call is refused
 */
export async function mustSend<T>(caller: Caller, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await caller.call<T>(method, path, body);
  if (answer.status >= 300) {
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  return answer.body;
}
