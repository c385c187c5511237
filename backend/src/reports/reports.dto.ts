import { EXPORT_TYPES, type ExportFormat, type ExportType } from '@sellary/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { Id, PageQuery, PlainText } from '../kernel';
import { FileFormat, Separator, TimeZone } from './export/file-fields';

export class BuyersQuery extends PageQuery {
  /** Part of a handle or name, ignoring case. */
  @IsOptional()
  @PlainText(0, 100)
  q?: string;

  /** `true` limits the list to buyers who have a unit. Buyers who are only waiting are left out. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'won must be true or false' })
  won?: 'true' | 'false';
}

export class ExportQuery {
  @IsIn(EXPORT_TYPES, { message: `type must be one of ${EXPORT_TYPES.join(', ')}` })
  type!: ExportType;

  @FileFormat()
  format?: ExportFormat;

  @Separator()
  separator?: ',' | ';';

  /** Time zone for the times, and for the day in the file name. */
  @TimeZone()
  timeZone?: string;
}

export class ExplanationQuery {
  /** Time zone for the times in the sentences. */
  @TimeZone()
  timeZone?: string;
}

export class EvidenceQuery extends ExplanationQuery {
  @Id()
  claim!: string;
}
