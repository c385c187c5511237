import type { ErrorBody } from '@sellary/contracts';
import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';

export interface RawResponse {
  status: number;
  type: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends arbitrary headers and bytes, unlike `fetch`. */
export const rawRequest = (
  url: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string | Buffer = '',
): Promise<RawResponse> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const request = httpRequest(
      {
        hostname,
        port,
        method,
        path,
        headers: {
          ...(body.length === 0 ? {} : { 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });

/** Checks that an error response has the standard shape, without internal details. */
export const expectErrorResponse = (answer: RawResponse, status: number, code: string): void => {
  const body = JSON.parse(answer.body) as ErrorBody;
  expect({ status: answer.status, code: body.error.code }).toEqual({ status, code });
  expect(answer.type).toContain('application/json');
  expect(Object.keys(body)).toEqual(['error']);
  expect(typeof body.error.message).toBe('string');
  expect(Object.keys(body.error).filter((key) => !['code', 'message', 'details'].includes(key))).toEqual([]);
  for (const detail of body.error.details ?? []) {
    expect(detail).toEqual({ field: expect.any(String) as string, message: expect.any(String) as string });
  }
  expect(answer.body).not.toMatch(/node_modules|\.ts:|\.js:|SELECT|stack/);
};

/** Checks that a request is rejected because its content is not valid. */
export const expectInvalid = async (answer: Promise<RawResponse>): Promise<void> =>
  expectErrorResponse(await answer, 400, 'VALIDATION_FAILED');
