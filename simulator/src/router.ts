import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { ControlRoutes } from './control/control-routes';
import { GraphError, unknownPath } from './errors/graph-error';
import { applyFault } from './faults/apply-fault';
import { answerGraph } from './graph/dispatch';
import { parseVersion } from './graph/versions';
import { readIncoming, type Incoming } from './http/incoming';
import { html, Reply, type Headers } from './http/reply';
import { isAllowedRequest } from './http/host-check';
import type { RequestLog } from './http/request-log';
import type { ServerResult } from './http/server';
import { instagramExchange, instagramExtend, instagramRefresh } from './instagram/exchange';
import { instagramDialog } from './instagram/dialog';
import { facebookDialog } from './oauth/dialog';
import { simulatorPage } from './oauth/page-style';
import type { Platform } from './platform';

const TRACE_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Serves all of the platform's hosts at one address. The path and parameters distinguish them. */
export class Router {
  constructor(
    private readonly platform: Platform,
    private readonly control: ControlRoutes,
    private readonly log: RequestLog,
    private readonly host: string,
    /** Called when the response to a platform request is ready. */
    private readonly onResponseReady: () => void,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<ServerResult> {
    if (!isAllowedRequest(request.headers, this.host)) {
      return new Reply(
        403,
        { 'content-type': 'text/plain; charset=utf-8' },
        'This simulator accepts only requests for a host name of this machine, and no requests from other sites.\n',
      );
    }
    let incoming: Incoming;
    try {
      incoming = await readIncoming(request, `http://${request.headers.host ?? 'localhost'}`);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return new GraphError({ message: '(#100) The body is not JSON', code: 100 }).toReply(this.traceId());
    }
    const { segments } = incoming;
    if (segments[0] === '_sim') return this.control.answer(incoming);
    const answer = await this.answerPlatform(incoming, response);
    const status = answer instanceof Reply ? answer.status : answer === 'broken' ? 0 : 200;
    this.onResponseReady();
    this.log.add(
      this.platform.clock.now(),
      incoming.method,
      `/${segments.join('/')}`,
      incoming.params,
      status,
    );
    return answer;
  }

  private async answerPlatform(incoming: Incoming, response: ServerResponse): Promise<ServerResult> {
    const page = this.page(incoming);
    if (page !== null) return page;
    const { faults, switches } = this.platform;
    if (switches.latencyMs > 0) await delay(switches.latencyMs, undefined, { ref: false });
    const listPage = incoming.params.has('after') ? 'later' : 'first';
    const fault = faults.takeFault(incoming.method, `/${incoming.segments.join('/')}`, listPage);
    const faultAnswer = fault === null ? null : await applyFault(faults, fault, this.traceId(), response);
    return this.withDate(faultAnswer ?? (await this.answerApi(incoming)));
  }

  /** A page for a browser, or null if the path belongs to the API. */
  private page(incoming: Incoming): Reply | null {
    const path = incoming.segments.join('/');
    if (path === '') {
      return html(
        simulatorPage(
          'Facebook or Instagram',
          'A platform for rehearsals',
          '<p>Nothing here leaves this machine.</p>',
        ),
      );
    }
    if (/^(v\d+\.\d+\/)?dialog\/oauth$/.test(path)) return facebookDialog(this.platform, incoming);
    return path === 'oauth/authorize' ? instagramDialog(this.platform, incoming) : null;
  }

  private async answerApi(incoming: Incoming): Promise<ServerResult> {
    const served = parseVersion(incoming.segments);
    try {
      if (served === null) throw unknownPath(incoming.segments.join('/'));
      const tokenReply = this.instagramToken(incoming);
      if (tokenReply !== null) return tokenReply;
      const { reply, token } = await answerGraph(
        this.platform,
        this.withMethodOverride(incoming),
        served.version,
        served.path,
      );
      const headers = {
        ...this.commonHeaders(served.version),
        ...(token === null ? {} : this.platform.usage.headers(token)),
      };
      return reply instanceof Reply ? withHeaders(reply, headers) : reply;
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return withHeaders(
        this.platform.faults.withStatus(error).toReply(this.traceId()),
        this.commonHeaders(served?.version ?? ''),
      );
    }
  }

  /** The response to an Instagram token request, or null for any other request. */
  private instagramToken(incoming: Incoming): Reply | null {
    const path = incoming.segments.join('/');
    if (
      path === 'oauth/access_token' &&
      incoming.method === 'POST' &&
      incoming.params.get('grant_type') === 'authorization_code'
    ) {
      return instagramExchange(this.platform, incoming);
    }
    if (path === 'access_token') return instagramExtend(this.platform, incoming);
    return path === 'refresh_access_token' ? instagramRefresh(this.platform, incoming) : null;
  }

  /** `?method=delete` replaces the method, as on the platform. */
  private withMethodOverride(incoming: Incoming): Incoming {
    const method = incoming.params.get('method')?.toUpperCase();
    return method === 'DELETE' || method === 'POST' || method === 'GET' ? { ...incoming, method } : incoming;
  }

  private commonHeaders(version: string): Headers {
    return { 'facebook-api-version': version, 'x-fb-trace-id': this.traceId(), 'x-fb-rev': '1' };
  }

  /** Adds the date, from which clients estimate their clock skew. */
  private withDate(answer: ServerResult): ServerResult {
    return answer instanceof Reply
      ? withHeaders(answer, { date: new Date(this.platform.clock.now()).toUTCString() })
      : answer;
  }

  private traceId(): string {
    return `A${Array.from({ length: 10 }, () => TRACE_CHARACTERS.charAt(this.platform.chance.below(TRACE_CHARACTERS.length))).join('')}`;
  }
}

const withHeaders = (reply: Reply, headers: Headers): Reply =>
  new Reply(reply.status, { ...reply.headers, ...headers }, reply.body);
