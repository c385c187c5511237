import { EXPORT_FORMATS, EXPORT_TYPES, type ExportFormat, type ExportType } from '@sellary/contracts';
import { IsIn, IsOptional, ValidateBy } from 'class-validator';
import { Id, PageQuery, PlainText } from '../kernel';
import { isTimeZone } from './export/wall-clock';

const TimeZone = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  ValidateBy({
    name: 'timeZone',
    validator: {
      validate: isTimeZone,
      defaultMessage: () => 'timeZone must be the IANA name of a time zone, such as Europe/Berlin',
    },
  })(target, property);
};

export class BuyersQuery extends PageQuery {
  /** A part of a handle or of a name, in any case. */
  @IsOptional()
  @PlainText(0, 100)
  q?: string;

  /** `true`: only buyers who have a unit, not those who only wait. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'won must be true or false' })
  won?: 'true' | 'false';
}

export class ExportQuery {
  @IsIn(EXPORT_TYPES, { message: `type must be one of ${EXPORT_TYPES.join(', ')}` })
  type!: ExportType;

  @IsOptional()
  @IsIn(EXPORT_FORMATS, { message: `format must be one of ${EXPORT_FORMATS.join(', ')}` })
  format?: ExportFormat;

  /** Separator between the cells of a CSV file. */
  @IsOptional()
  @IsIn([',', ';'], { message: 'separator must be a comma or a semicolon' })
  separator?: ',' | ';';

  /** Time zone of the times and of the day in the file name. */
  @TimeZone()
  timeZone?: string;
}

export class ExplanationQuery {
  /** Time zone of the times in the sentences. */
  @TimeZone()
  timeZone?: string;
}

export class EvidenceQuery extends ExplanationQuery {
  @Id()
  claim!: string;
}
