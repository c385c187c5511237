import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { withoutMappedPrefix } from '../limits/network';
import { deviceNameFrom } from './device';

/** Address and device from which a request came. */
export interface Visitor {
  address: string;
  device: string;
}

const visitorOf = (request: Request): Visitor => ({
  address: withoutMappedPrefix(request.ip ?? ''),
  device: deviceNameFrom(request.headers['user-agent']),
});

/** The current request's `Visitor`. */
export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor =>
  visitorOf(context.switchToHttp().getRequest<Request>()),
);
