import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { html, jsonText, type Reply } from '../http/reply';
import type { ServerResult } from '../http/server';
import type { Fault, FaultInjection } from './fault-injection';

const ERROR_PAGE = `<!DOCTYPE html>
<html lang="en"><head><title>Error</title></head>
<body><h1>Sorry, something went wrong.</h1><p>We're working on it and we'll get it fixed as soon as we can.</p></body></html>
`;

/** Applies a fault to a request; null if the request is only delayed and gets its real response. */
export async function applyFault(
  faults: FaultInjection,
  fault: Fault,
  traceId: string,
  response: ServerResponse,
): Promise<ServerResult | null> {
  switch (fault.kind) {
    case 'graph':
      return faults.graphErrorFor(fault).toReply(traceId);
    case 'html':
      return html(ERROR_PAGE, fault.status ?? 502);
    case 'answer':
      return jsonText(fault.body, fault.status ?? 200, fault.headers);
    case 'slow':
      await delay(fault.delayMs, undefined, { ref: false });
      return null;
    case 'timeout':
      // 0 means never: the connection stays open until the client gives up.
      if (fault.delayMs > 0) setTimeout(() => response.socket?.destroy(), fault.delayMs).unref();
      return 'broken';
    case 'reset':
      response.socket?.resetAndDestroy();
      return 'broken';
    case 'truncate':
      return sendTruncated(response);
  }
}

function sendTruncated(response: ServerResponse): Reply | 'broken' {
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8', 'content-length': 4096 });
  response.write('{"data":[{"id":"', () => response.socket?.destroy());
  return 'broken';
}
