import { Controller, Get, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ApiError, APP_CONFIG, type AppConfig, Public, RequestBody } from '../../../kernel';
import { type DeletionStatus, MetaRequests } from './meta-requests';
import { rawBodyOf } from '../../webhooks/raw-body';

/** Callbacks that Meta requires every app with Facebook or Instagram sign-in to provide. */
@ApiTags('Webhooks')
@Controller('api/webhooks/meta')
@Public()
export class MetaRequestsController {
  constructor(
    private readonly requests: MetaRequests,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Post('deauthorize')
  @RequestBody({ kind: 'raw' })
  @HttpCode(200)
  async deauthorize(@Req() request: Request): Promise<{ success: true }> {
    await this.requests.deauthorize(signedRequestIn(request));
    return { success: true };
  }

  /** Returns the address of a page that shows the result of the request. */
  @Post('data-deletion')
  @RequestBody({ kind: 'raw' })
  @HttpCode(200)
  async erase(@Req() request: Request): Promise<{ url: string; confirmation_code: string }> {
    const code = await this.requests.erase(signedRequestIn(request));
    const serverUrl = this.config.publicUrl ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`;
    return { url: `${serverUrl}/api/webhooks/meta/deletion/${code}`, confirmation_code: code };
  }

  @Get('deletion/:code')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async status(@Param('code') code: string): Promise<string> {
    const found = await this.requests.findStatus(code);
    if (found === null) throw ApiError.notFound('deletion request');
    return statusPage(found);
  }
}

/** Reads the signed request. Meta sends a form; JSON is also accepted. */
function signedRequestIn(request: Request): string {
  const body = rawBodyOf(request).toString('utf8');
  const fromForm = new URLSearchParams(body).get('signed_request');
  if (fromForm !== null) return fromForm;
  try {
    const value = (JSON.parse(body) as { signed_request?: unknown }).signed_request;
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}

/** Creates the status page. It contains no user input, because this server created the code. */
function statusPage({ code, connections, completedAt }: DeletionStatus): string {
  const removed =
    connections === 0
      ? 'No connections made by this account were found, so there was nothing to delete.'
      : `${connections === 1 ? 'One connection' : `${connections} connections`} made by this account, including any stored access tokens, ${connections === 1 ? 'was' : 'were'} deleted.`;
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Data deletion</title></head>
  <body>
    <h1>Data deletion</h1>
    <p>Request <code>${code}</code> was completed on ${completedAt.toUTCString()}.</p>
    <p>${removed}</p>
  </body>
</html>
`;
}
