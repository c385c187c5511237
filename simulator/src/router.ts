import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { ControlRoutes } from './control/control-routes';
import { GraphError, unknownPath } from './errors/graph-error';
import { applyFault } from './faults/apply-fault';
import { answerGraph } from './graph/dispatch';
import { readVersion } from './graph/versions';
import { readIncoming, type Incoming } from './http/incoming';
import { html, Reply, type Headers } from './http/reply';
import { isAllowedRequest } from './http/host-check';
import type { RequestLog } from './http/request-log';
import type { Answer } from './http/server';
import { instagramExchange, instagramLengthen, instagramRefresh } from './instagram/exchange';
import { instagramDialog } from './instagram/dialog';
import { facebookDialog } from './oauth/dialog';
import { rehearsalPage } from './oauth/page-style';
import type { Platform } from './platform';

const TRACE_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Serves all hosts of the platform on one address; the path distinguishes them. */
export class Router {
  constructor(
    private readonly platform: Platform,
    private readonly control: ControlRoutes,
    private readonly log: RequestLog,
    private readonly listensOn: string,
    /** Called after every request. */
    private readonly answered: () => void,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<Answer> {
    if (!isAllowedRequest(request.headers, this.listensOn)) {
      return new Reply(
        403,
        { 'content-type': 'text/plain; charset=utf-8' },
        'This simulator answers only to names of this machine.\n',
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
    this.answered();
    this.log.add(
      this.platform.clock.now(),
      incoming.method,
      `/${segments.join('/')}`,
      incoming.params,
      status,
    );
    return answer;
  }

  private async answerPlatform(incoming: Incoming, response: ServerResponse): Promise<Answer> {
    const page = this.page(incoming);
    if (page !== null) return page;
    const { faults, switches } = this.platform;
    if (switches.latencyMs > 0) await delay(switches.latencyMs, undefined, { ref: false });
    const part = incoming.params.has('after') ? 'later' : 'first';
    const fault = faults.takeFault(incoming.method, `/${incoming.segments.join('/')}`, part);
    const faultAnswer = fault === null ? null : await applyFault(faults, fault, this.traceId(), response);
    return this.withDate(faultAnswer ?? (await this.answerApi(incoming)));
  }

  /** A page for a person's browser. */
  private page(incoming: Incoming): Reply | null {
    const path = incoming.segments.join('/');
    if (path === '') {
      return html(
        rehearsalPage(
          'Facebook or Instagram',
          'A platform to rehearse with',
          '<p>Nothing here leaves this machine.</p>',
        ),
      );
    }
    if (/^(v\d+\.\d+\/)?dialog\/oauth$/.test(path)) return facebookDialog(this.platform, incoming);
    return path === 'oauth/authorize' ? instagramDialog(this.platform, incoming) : null;
  }

  private async answerApi(incoming: Incoming): Promise<Answer> {
    const served = readVersion(incoming.segments);
    try {
      if (served === null) throw unknownPath(incoming.segments.join('/'));
      const login = this.instagramLogin(incoming);
      if (login !== null) return login;
      const { reply, token } = await answerGraph(
        this.platform,
        this.overridden(incoming),
        served.version,
        served.path,
      );
      const headers = {
        ...this.common(served.version),
        ...(token === null ? {} : this.platform.usage.headers(token)),
      };
      return reply instanceof Reply ? withHeaders(reply, headers) : reply;
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return withHeaders(
        this.platform.faults.withStatus(error).toReply(this.traceId()),
        this.common(served?.version ?? ''),
      );
    }
  }

  private instagramLogin(incoming: Incoming): Reply | null {
    const path = incoming.segments.join('/');
    if (
      path === 'oauth/access_token' &&
      incoming.method === 'POST' &&
      incoming.params.get('grant_type') === 'authorization_code'
    ) {
      return instagramExchange(this.platform, incoming);
    }
    if (path === 'access_token') return instagramLengthen(this.platform, incoming);
    return path === 'refresh_access_token' ? instagramRefresh(this.platform, incoming) : null;
  }

  /** `?method=delete` replaces the method, as on the platform. */
  private overridden(incoming: Incoming): Incoming {
    const method = incoming.params.get('method')?.toUpperCase();
    return method === 'DELETE' || method === 'POST' || method === 'GET' ? { ...incoming, method } : incoming;
  }

  private common(version: string): Headers {
    return { 'facebook-api-version': version, 'x-fb-trace-id': this.traceId(), 'x-fb-rev': '1' };
  }

  /** A client estimates the skew of the clocks from this header. */
  private withDate(answer: Answer): Answer {
    return answer instanceof Reply
      ? withHeaders(answer, { date: new Date(this.platform.clock.now()).toUTCString() })
      : answer;
  }

  private traceId(): string {
    return `A${Array.from({ length: 10 }, () => TRACE_SIGNS.charAt(this.platform.chance.below(TRACE_SIGNS.length))).join('')}`;
  }
}

const withHeaders = (reply: Reply, headers: Headers): Reply =>
  new Reply(reply.status, { ...reply.headers, ...headers }, reply.body);
