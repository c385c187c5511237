import {
  BadRequestException,
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import {
  CurrentWorkspace,
  ExtensionRefusal,
  type ExtensionWorkspace,
  type JobList,
  OutgoingQueue,
  RequireRole,
} from '@sellary/extension-kit';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsString, MaxLength, ValidateIf } from 'class-validator';
import { randomUUID } from 'node:crypto';
import { AllowedNetworks } from './allowed-networks';
import { addressProblem } from './endpoint-address';
import type { EndpointEntity } from './endpoint.entity';
import { Endpoints, MAX_ENDPOINTS } from './endpoints';
import { EVENT_TYPES } from './event-types';
import { WebhookSender } from './webhook-sender';

/** Optional, but not null. `IsOptional` would also accept null. */
const Optional = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

class EndpointDto {
  @IsString()
  @MaxLength(2_000)
  url!: string;

  /** All types if empty or left out. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(EVENT_TYPES.length)
  @IsIn(EVENT_TYPES, { each: true })
  eventTypes?: string[];
}

class EndpointChangeDto {
  @Optional()
  @IsString()
  @MaxLength(2_000)
  url?: string;

  @Optional()
  @IsArray()
  @ArrayMaxSize(EVENT_TYPES.length)
  @IsIn(EVENT_TYPES, { each: true })
  eventTypes?: string[];

  @Optional()
  @IsBoolean()
  enabled?: boolean;
}

class DeliveriesQuery {
  @Optional()
  @IsIn(['waiting', 'done', 'failed', 'discarded'])
  state?: 'waiting' | 'done' | 'failed' | 'discarded';

  @Optional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

/** An endpoint without its secrets. */
export interface EndpointInfo {
  id: string;
  url: string;
  eventTypes: string[];
  enabled: boolean;
  /**
   * ISO-8601 time until which the previous secret is also used to sign. Null after that, and if the secret
   * was never rotated.
   */
  previousSecretUntil: string | null;
  createdAt: string;
}

@Controller('api/x/outgoing-webhooks/endpoints')
@RequireRole('admin')
export class EndpointsController {
  constructor(
    private readonly endpoints: Endpoints,
    private readonly queue: OutgoingQueue,
    private readonly allowed: AllowedNetworks,
  ) {}

  /** Lists the endpoints and the event types that can be sent. */
  @Get()
  async list(
    @CurrentWorkspace() { id }: ExtensionWorkspace,
  ): Promise<{ endpoints: EndpointInfo[]; eventTypes: readonly string[] }> {
    return { endpoints: (await this.endpoints.list(id)).map(toInfo), eventTypes: EVENT_TYPES };
  }

  /** The response contains the signing secret, which is not shown again. */
  @Post()
  async add(
    @CurrentWorkspace() { id: workspaceId }: ExtensionWorkspace,
    @Body() { url, eventTypes = [] }: EndpointDto,
  ): Promise<EndpointInfo & { secret: string }> {
    this.checkAddress(url);
    const added = await this.endpoints.add(workspaceId, { url, eventTypes });
    if (added === null) {
      throw new ExtensionRefusal(
        `A workspace can have at most ${MAX_ENDPOINTS} endpoints. Remove one first.`,
      );
    }
    return { ...toInfo(added.endpoint), secret: added.secret };
  }

  @Patch(':id')
  async change(
    @CurrentWorkspace() { id: workspaceId }: ExtensionWorkspace,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { url, eventTypes, enabled }: EndpointChangeDto,
  ): Promise<EndpointInfo> {
    if (url !== undefined) this.checkAddress(url);
    const change = {
      ...(url === undefined ? {} : { url }),
      ...(eventTypes === undefined ? {} : { eventTypes }),
      ...(enabled === undefined ? {} : { enabled }),
    };
    return toInfo(orNotFound(await this.endpoints.change(workspaceId, id, change)));
  }

  /** Removes the endpoint and discards its waiting deliveries. */
  @Delete(':id')
  @HttpCode(204)
  async remove(
    @CurrentWorkspace() { id: workspaceId }: ExtensionWorkspace,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<void> {
    if (!(await this.endpoints.remove(workspaceId, id))) throw notFoundError();
    await this.queue.discardChannel(WebhookSender, workspaceId, id);
  }

  /** Returns a new signing secret. For a day, the previous secret is also used to sign. */
  @Post(':id/rotate-secret')
  @HttpCode(200)
  async rotate(
    @CurrentWorkspace() { id: workspaceId }: ExtensionWorkspace,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ secret: string }> {
    return { secret: orNotFound(await this.endpoints.rotate(workspaceId, id)) };
  }

  /** Sends a `webhook.test` webhook. The result is in the list of deliveries. */
  @Post(':id/test')
  @HttpCode(202)
  async test(
    @CurrentWorkspace() { id: workspaceId }: ExtensionWorkspace,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ deliveryId: string }> {
    orNotFound(await this.endpoints.find(workspaceId, id));
    const webhook = { type: 'webhook.test', timestamp: new Date().toISOString(), data: { workspaceId } };
    const deliveryId = await this.queue.enqueue(WebhookSender, {
      workspaceId,
      key: `msg_test_${randomUUID()}`,
      payload: { endpointId: id, webhook },
      channel: id,
    });
    return { deliveryId };
  }

  /** Lists the deliveries to the endpoint, newest first. */
  @Get(':id/deliveries')
  async deliveries(
    @CurrentWorkspace() { id: workspaceId }: ExtensionWorkspace,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { state, cursor }: DeliveriesQuery,
  ): Promise<JobList> {
    orNotFound(await this.endpoints.find(workspaceId, id));
    return this.queue.list(WebhookSender, workspaceId, {
      channel: id,
      ...(state === undefined ? {} : { state }),
      ...(cursor === undefined ? {} : { cursor }),
    });
  }

  /** Sends a delivery again, with the same `webhook-id`. */
  @Post(':id/deliveries/:deliveryId/resend')
  @HttpCode(204)
  async resend(
    @CurrentWorkspace() { id: workspaceId }: ExtensionWorkspace,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('deliveryId', ParseUUIDPipe) deliveryId: string,
  ): Promise<void> {
    orNotFound(await this.endpoints.find(workspaceId, id));
    if (!(await this.queue.resend(WebhookSender, workspaceId, deliveryId, id))) throw notFoundError();
  }

  private checkAddress(url: string): void {
    const problem = addressProblem(url, this.allowed);
    if (problem !== null) throw new BadRequestException(problem);
  }
}

const notFoundError = () => new NotFoundException('This endpoint or delivery does not exist.');

function orNotFound<T>(value: T | null): T {
  if (value === null) throw notFoundError();
  return value;
}

const toInfo = ({
  id,
  url,
  eventTypes,
  enabled,
  previousUntil,
  createdAt,
}: EndpointEntity): EndpointInfo => ({
  id,
  url,
  eventTypes,
  enabled,
  previousSecretUntil:
    previousUntil !== null && previousUntil > new Date() ? previousUntil.toISOString() : null,
  createdAt: createdAt.toISOString(),
});
