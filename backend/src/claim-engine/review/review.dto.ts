import {
  type AcceptRequest,
  type IntentAct,
  INTENT_ACTS,
  MAX_PREVIEWED_REQUESTS,
  MAX_RESOLVED_AT_ONCE,
  MAX_UNITS_PER_ITEM,
  type PreviewRequest,
  RESOLVE_ACTIONS,
  type ResolveAction,
  type ResolveRequest,
} from '@sellary/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsUUID,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Optional, PlainText, WholeNumber } from '../../kernel';

export class AcceptDto implements AcceptRequest {
  @Optional()
  @PlainText(1, 40)
  itemNumber?: string;

  @Optional()
  @PlainText(1, 40)
  variant?: string;

  @Optional()
  @WholeNumber(1, MAX_UNITS_PER_ITEM)
  quantity?: number;

  @Optional()
  @IsIn(INTENT_ACTS)
  act?: IntentAct;
}

const mustCheckIds = ({ action, commentIds, group }: ResolveDto): boolean =>
  commentIds !== undefined || (action !== 'count-word' && group === undefined);

export class ResolveDto implements ResolveRequest {
  /** Required by `accept` and `dismiss` if there is no `group`. */
  @ValidateIf(mustCheckIds)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_RESOLVED_AT_ONCE)
  @IsUUID('all', { each: true })
  commentIds?: string[];

  /** Key of a group from `GET /api/shows/:id/review/groups`. */
  @Optional()
  @PlainText(1, 200)
  group?: string;

  @IsIn(RESOLVE_ACTIONS)
  action!: ResolveAction;

  /** Required by `count-word`. */
  @ValidateIf(({ action, word }: ResolveDto) => action === 'count-word' || word !== undefined)
  @PlainText(1, 40)
  word?: string;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => AcceptDto)
  edit?: AcceptDto;
}

/** Takes any value, because `ValidateNested` reports malformed requests. */
const countNamedComments = (requests: unknown): number =>
  (Array.isArray(requests) ? (requests as (Partial<ResolveDto> | null)[]) : [])
    .map((request): unknown => request?.commentIds)
    .reduce<number>((sum, ids) => sum + (Array.isArray(ids) ? ids.length : 0), 0);

/** At most `MAX_RESOLVED_AT_ONCE` comments named by id across all requests. */
const MaxNamedComments = (): PropertyDecorator =>
  ValidateBy({
    name: 'maxNamedComments',
    validator: {
      validate: (requests: unknown) => countNamedComments(requests) <= MAX_RESOLVED_AT_ONCE,
      defaultMessage: () => `requests can name at most ${MAX_RESOLVED_AT_ONCE} comments in total`,
    },
  });

export class PreviewDto implements PreviewRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_PREVIEWED_REQUESTS)
  @ValidateNested({ each: true })
  @MaxNamedComments()
  @Type(() => ResolveDto)
  requests!: ResolveDto[];
}
