/** One request and its status. Its query omits the parameters in `SECRET_PARAMETERS`. */
export interface LoggedRequest {
  at: number;
  method: string;
  path: string;
  query: string;
  /** 0: a fault prevented a complete response. */
  status: number;
}

const MAX_REQUESTS = 20_000;
const SECRET_PARAMETERS = new Set([
  'access_token',
  'appsecret_proof',
  'client_secret',
  'code',
  'input_token',
  'fb_exchange_token',
  'state',
  'verify_token',
]);

/** The latest requests, so that a client's calls can be counted and inspected. */
export class RequestLog {
  private entries: LoggedRequest[] = [];

  add(at: number, method: string, path: string, params: URLSearchParams, status: number): void {
    const query = [...params]
      .filter(([name]) => !SECRET_PARAMETERS.has(name))
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    this.entries.push({ at, method, path, query, status });
    if (this.entries.length > MAX_REQUESTS * 2) this.entries = this.entries.slice(-MAX_REQUESTS);
  }

  list(): readonly LoggedRequest[] {
    return this.entries.slice(-MAX_REQUESTS);
  }

  clear(): void {
    this.entries = [];
  }
}
