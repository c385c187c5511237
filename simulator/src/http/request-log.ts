/** One request as it was answered; without tokens, secrets or codes. */
export interface LoggedRequest {
  at: number;
  method: string;
  path: string;
  query: string;
  /** 0: the connection was broken or left without an answer. */
  status: number;
}

const KEPT = 20_000;
const SECRET = new Set([
  'access_token',
  'appsecret_proof',
  'client_secret',
  'code',
  'input_token',
  'fb_exchange_token',
  'state',
]);

/** The last requests, so that a client's thrift can be counted and its habits be read. */
export class RequestLog {
  private entries: LoggedRequest[] = [];

  add(at: number, method: string, path: string, params: URLSearchParams, status: number): void {
    const query = [...params]
      .filter(([name]) => !SECRET.has(name))
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    this.entries.push({ at, method, path, query, status });
    if (this.entries.length > KEPT * 2) this.entries = this.entries.slice(-KEPT);
  }

  list(): readonly LoggedRequest[] {
    return this.entries.slice(-KEPT);
  }

  clear(): void {
    this.entries = [];
  }
}
