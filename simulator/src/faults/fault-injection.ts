import type { Chance } from '../audience/plain-crowd';
import { graphErrorFromCode, GraphError } from '../errors/graph-error';
import type { Headers } from '../http/reply';
import type { Switches } from './switches';

/**
 * Ways for a request to fail. `graph` returns an error code, `html` returns an HTML error page, `answer`
 * returns exactly the given bytes, `timeout` never responds, `reset` breaks the connection, `truncate` breaks
 * it in the middle of the body, and `slow` delays the response.
 */
export const FAULT_KINDS = ['graph', 'html', 'answer', 'timeout', 'reset', 'truncate', 'slow'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  kind: FaultKind;
  /** Text that an affected path contains, for example `/comments`; null for every path. */
  path: string | null;
  method: string | null;
  /** The first page of a list, or a later one; null for both. */
  page: 'first' | 'later' | null;
  /** Number of requests that the fault still affects; null for no limit. */
  times: number | null;
  /** Share (0 to 1) of the matching requests that are affected. */
  share: number;
  /** `graph`: error code and subcode. */
  code: number;
  subcode: number | null;
  message: string | null;
  /** HTTP status of `graph`, `html`, and `answer`; null for the kind's default. */
  status: number | null;
  /** `answer`: the exact body. */
  body: string;
  /** `answer`: extra headers, which may replace the JSON content type. */
  headers: Headers;
  /**
   * `slow`: milliseconds before the real response. `timeout`: milliseconds until the connection is closed; 0
   * for never.
   */
  delayMs: number;
}

export const DEFAULT_FAULT: Fault = {
  kind: 'graph',
  path: null,
  method: null,
  page: null,
  times: 1,
  share: 1,
  code: 2,
  subcode: null,
  message: null,
  status: null,
  body: '',
  headers: {},
  delayMs: 0,
};

const THROTTLE_CODES = new Set([4, 17, 32, 341, 613]);

/** Pending faults, oldest first. The first one that matches a request is applied. */
export class FaultInjection {
  private faults: Fault[] = [];

  constructor(
    private readonly chance: Chance,
    private readonly switches: Switches,
  ) {}

  /** Returns the error for a `graph` fault. */
  graphErrorFor({ code, subcode, message, status }: Fault): GraphError {
    return this.withStatus(
      graphErrorFromCode(code, {
        ...(subcode === null ? {} : { subcode }),
        ...(message === null ? {} : { message }),
        ...(status === null ? {} : { status }),
      }),
    );
  }

  /** Some errors have been observed with statuses other than 400. */
  withStatus(error: GraphError): GraphError {
    const { code, status } = error.parts;
    if (status !== undefined) return error;
    if (code === 10 || (code >= 200 && code < 300)) {
      return new GraphError({ ...error.parts, status: this.switches.permissionStatus });
    }
    if (THROTTLE_CODES.has(code) || (code >= 80000 && code <= 80014)) {
      return new GraphError({ ...error.parts, status: this.switches.throttleStatus });
    }
    return error;
  }

  add(fault: Fault): void {
    this.faults.push({ ...fault });
  }

  clear(): void {
    this.faults = [];
  }

  list(): readonly Fault[] {
    return this.faults;
  }

  takeFault(method: string, path: string, page: 'first' | 'later' = 'first'): Fault | null {
    for (const fault of this.faults) {
      if (fault.path !== null && !path.includes(fault.path)) continue;
      if (fault.method !== null && fault.method !== method) continue;
      if (fault.page !== null && fault.page !== page) continue;
      if (fault.share < 1 && this.chance.next() >= fault.share) continue;
      if (fault.times !== null) {
        fault.times -= 1;
        if (fault.times <= 0) this.faults = this.faults.filter((other) => other !== fault);
      }
      return { ...fault };
    }
    return null;
  }
}
