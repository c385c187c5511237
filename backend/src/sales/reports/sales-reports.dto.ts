import { type ExportFormat, SALES_EXPORTS, type SalesExport } from '@sellary/contracts';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateBy } from 'class-validator';
import { PageQuery } from '../../kernel';
import { FileFormat, Separator, TimeZone } from '../../reports';
import { isDay } from './period';

const Day = (): PropertyDecorator =>
  ValidateBy({
    name: 'day',
    validator: {
      validate: isDay,
      defaultMessage: () => '$property must be a date such as 2026-10-31',
    },
  });

/**
 * ISO 4217 code. The code is not checked against the list of current codes because a show keeps its currency
 * even after that currency goes out of use.
 */
const CurrencyCode = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  Matches(/^[A-Z]{3}$/, { message: 'currency must be an ISO 4217 code such as EUR' })(target, property);
};

const Digits = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d$/.test(value) ? Number(value) : value,
  )(target, property);
  IsInt({ message: 'digits must be a whole number' })(target, property);
  Min(0)(target, property);
  Max(4)(target, property);
};

export class SalesQuery {
  @Day()
  from!: string;

  @Day()
  to!: string;

  /** Time zone in which the days begin and end. */
  @TimeZone()
  timeZone?: string;
}

export class SalesTableQuery extends PageQuery {
  @Day()
  from!: string;

  @Day()
  to!: string;

  @TimeZone()
  timeZone?: string;

  /** Absent for shows that sell without prices. */
  @CurrencyCode()
  currency?: string;

  /** The currency's number of decimal digits, as in the report. */
  @Digits()
  digits?: number;
}

export class SalesExportQuery extends SalesQuery {
  @IsIn(SALES_EXPORTS, { message: `table must be one of ${SALES_EXPORTS.join(', ')}` })
  table!: SalesExport;

  @CurrencyCode()
  currency?: string;

  @Digits()
  digits?: number;

  @FileFormat()
  format?: ExportFormat;

  @Separator()
  separator?: ',' | ';';
}
