import { JobRejected } from '@sellary/extension-kit';
import { lookup as lookupHost } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { AllowedNetworks } from './allowed-networks';
import { addressProblem } from './endpoint-address';

export interface EndpointResponse {
  status: number;
  /** The `Retry-After` header, or null if there is none. */
  retryAfter: string | null;
}

/**
 * Sends a POST request, and does not follow redirects. The host is resolved for each call, and the connection
 * is made to the address that was checked.
 * @throws JobRejected if the URL, or an address of its host, is not allowed
 */
export function callEndpoint(
  address: string,
  { headers, body, signal }: { headers: Record<string, string>; body: string; signal: AbortSignal },
  allowed: AllowedNetworks,
): Promise<EndpointResponse> {
  const problem = addressProblem(address, allowed);
  if (problem !== null) return Promise.reject(new JobRejected(problem));
  const url = new URL(address);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        lookup: checkedLookup(allowed, url.protocol === 'https:'),
        agent: false,
        signal,
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null });
        // The response body is not needed, and may be endless.
        response.destroy();
      },
    );
    request.on('error', (error) => reject(error instanceof JobRejected ? error : new Error(reasonOf(error))));
    request.end(body);
  });
}

const checkedLookup =
  (allowed: AllowedNetworks, isEncrypted: boolean): LookupFunction =>
  (hostname, { all }, callback) => {
    lookupHost(hostname, { all: true }).then(
      (addresses) => {
        const refusedAddress = addresses.find(({ address }) =>
          isEncrypted ? !allowed.isAllowed(address) : !allowed.isListed(address),
        );
        const [first] = addresses;
        if (refusedAddress !== undefined) {
          const message = `${hostname} resolves to ${refusedAddress.address}, an address that this server does not send webhooks to. The server's administrator can allow it.`;
          callback(new JobRejected(message), '');
        } else if (first === undefined) callback(new Error(`No address was found for ${hostname}.`), '');
        else if (all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };

function reasonOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'The endpoint refused the connection.';
    case 'ENOTFOUND':
      return "The endpoint's host does not exist.";
    case 'ECONNRESET':
      return 'The endpoint closed the connection.';
    case 'ETIMEDOUT':
    case 'ABORT_ERR':
      return 'The endpoint did not respond in time.';
    default:
      return `The endpoint cannot be reached (${error.code ?? error.message}).`;
  }
}
