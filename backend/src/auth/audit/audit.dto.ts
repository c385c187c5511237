import { IsISO8601, IsOptional } from 'class-validator';
import { PageQuery, PlainText } from '../../kernel';

export class AuditQuery extends PageQuery {
  @IsOptional()
  @PlainText(1, 100)
  userId?: string;

  @IsOptional()
  @PlainText(1, 100)
  action?: string;

  @IsOptional()
  @PlainText(1, 100)
  entityType?: string;

  @IsOptional()
  @PlainText(1, 100)
  showId?: string;

  /** Inclusive. */
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  /** Exclusive. */
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
}
