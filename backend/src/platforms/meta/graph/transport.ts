import { type buildConnector, EnvHttpProxyAgent, fetch, Pool, type RequestInit, type Response } from 'undici';
import type { AppConfig } from '../../../kernel';

/** Time limit for a whole call, from the DNS lookup to the last byte, ms. */
const CALL_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 8_000;
/**
 * Time that each of a host's addresses gets before the next is tried, ms. On a slow connection, Node's
 * default of 250 ms gives up on every address.
 */
const ADDRESS_TIMEOUT_MS = 1_000;
/**
 * Longer than the longest polling interval, so that an unreachable first address delays only the first call,
 * not every call.
 */
const KEEP_ALIVE_MS = 20_000;
const THIS_MACHINE = 'localhost,127.0.0.1,[::1]';
const PROXY_REFUSAL = /^Proxy response \((\d+)\)/;

/** Error name for a failed connection to the proxy itself, when nothing is known about the host behind it. */
const PROXY_UNREACHABLE = 'ProxyUnreachable';

/** The reason why no response was read, as text for users. It contains none of the call's secrets. */
export class TransportError extends Error {
  constructor(
    message: string,
    readonly isTooLarge = false,
  ) {
    super(message);
  }
}

/** Sends calls to other servers, through the environment's proxy if there is one. Every wait has a limit. */
export class Transport {
  private readonly dispatcher: EnvHttpProxyAgent;

  constructor(private readonly proxies: AppConfig['proxies']) {
    const connect = {
      timeout: CONNECT_TIMEOUT_MS,
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: ADDRESS_TIMEOUT_MS,
    };
    this.dispatcher = new EnvHttpProxyAgent({
      // An empty string, because with undefined, the library reads the process environment again.
      httpProxy: proxies.http ?? '',
      httpsProxy: proxies.https ?? '',
      noProxy:
        proxies.bypass === '*'
          ? '*'
          : [proxies.bypass, THIS_MACHINE].filter((hosts) => hosts !== null).join(','),
      connect,
      proxyTls: connect,
      requestTls: connect,
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: CALL_TIMEOUT_MS,
      bodyTimeout: CALL_TIMEOUT_MS,
      clientFactory: (proxy, options) =>
        new Pool(proxy, {
          connect: withNamedProxyErrors((options as { connect: buildConnector.connector }).connect),
        }),
    });
  }

  /**
   * Sends a call without following redirects.
   * @throws TransportError if there is no complete response of at most `maxBytes`
   */
  async send(url: URL, init: RequestInit, maxBytes: number): Promise<{ response: Response; text: string }> {
    try {
      const signal = AbortSignal.timeout(CALL_TIMEOUT_MS);
      const response = await fetch(url, { ...init, redirect: 'error', signal, dispatcher: this.dispatcher });
      return { response, text: await textOf(response, maxBytes) };
    } catch (error) {
      if (error instanceof TransportError) throw error;
      throw new TransportError(this.failureOf(error, url));
    }
  }

  private failureOf(error: unknown, url: URL): string {
    const chain = causesOf(error);
    const refusalStatus = chain
      .map(({ message }) => PROXY_REFUSAL.exec(message)?.[1])
      .find((status) => status !== undefined);
    if (refusalStatus !== undefined) {
      return `${this.proxyOf(url)} refused the connection to ${url.host} (HTTP ${refusalStatus}).`;
    }
    const rootReason = reasonOf(chain.at(-1));
    if (chain.some(({ name }) => name === PROXY_UNREACHABLE)) {
      return `${this.proxyOf(url)} is not responding (${rootReason}).`;
    }
    return `The platform is not responding (${rootReason}).`;
  }

  /** Names the proxy, without the password that its address may contain. */
  private proxyOf({ protocol }: URL): string {
    const { http, https } = this.proxies;
    const [name, address] =
      protocol === 'https:' && https !== null ? ['HTTPS_PROXY', https] : ['HTTP_PROXY', http];
    return `The proxy ${new URL(address ?? 'http://unknown').host} (${name})`;
  }
}

/** Wraps a proxy's connector so that its failures differ from failures of the host behind the proxy. */
const withNamedProxyErrors =
  (connect: buildConnector.connector): buildConnector.connector =>
  (options, callback) =>
    connect(options, (error, socket) =>
      error === null
        ? callback(null, socket)
        : callback(
            Object.assign(new Error(error.message, { cause: error }), { name: PROXY_UNREACHABLE }),
            null,
          ),
    );

interface Failure {
  name: string;
  message: string;
  code?: unknown;
}

/** An error and its causes, the root cause last. Checked by shape, because some come from another realm. */
function causesOf(error: unknown): Failure[] {
  if (typeof error !== 'object' || error === null || !('message' in error)) return [];
  const rest = 'cause' in error ? causesOf(error.cause) : [];
  return [error as Failure, ...rest];
}

/** The shortest reason for a failed call: the system's error code, the error's name, or its message. */
function reasonOf(failure: Failure | undefined): string {
  if (failure === undefined) return 'unknown';
  if (typeof failure.code === 'string') return failure.code;
  return failure.name === 'Error' ? failure.message : failure.name;
}

async function textOf(response: Response, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > maxBytes) {
      throw new TransportError(`The platform's response is too large (HTTP ${response.status}).`, true);
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
