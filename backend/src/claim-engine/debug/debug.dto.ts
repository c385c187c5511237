import {
  type BulkComment,
  type BulkCommentsRequest,
  type EmitCommentRequest,
  type PlatformId,
} from '@sellary/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsISO8601,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Id, Optional, PlainText, WholeNumber } from '../../kernel';

/** A timestamp in this century with a time zone. Without a fraction, it is precise only to the second. */
const Timestamp = (): PropertyDecorator => (target, property) => {
  const message = 'timestamp must be an ISO 8601 time with a time zone, such as 2026-11-22T19:05:12.345Z';
  IsISO8601({ strict: true }, { message })(target, property);
  Matches(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/, { message })(target, property);
};

class CommentFields {
  @PlainText(1, 200)
  userId!: string;

  @IsString()
  @MaxLength(200)
  userHandle!: string;

  /** NUL is removed and lone surrogates are replaced. Neither is rejected, because viewers send them. */
  @IsString()
  @MaxLength(10_000)
  text!: string;

  @Optional()
  @Timestamp()
  timestamp?: string;

  @Optional()
  @PlainText(1, 200)
  commentId?: string;

  @Optional()
  @PlainText(1, 50)
  platform?: PlatformId;

  @Optional()
  @PlainText(1, 200)
  liveId?: string;
}

export class EmitCommentDto extends CommentFields implements EmitCommentRequest {
  @Id()
  showId!: string;
}

class BulkCommentDto extends CommentFields implements BulkComment {
  @Optional()
  @WholeNumber(0, 60_000)
  delay?: number;
}

export class BulkCommentsDto implements BulkCommentsRequest {
  @Id()
  showId!: string;

  @IsArray()
  @ArrayMaxSize(5_000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BulkCommentDto)
  comments!: BulkCommentDto[];
}
