import { EXPORT_FORMATS } from '@sellary/contracts';
import { IsIn, IsOptional, ValidateBy } from 'class-validator';
import { isTimeZone } from './wall-clock';

export const FileFormat = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  IsIn(EXPORT_FORMATS, { message: `format must be one of ${EXPORT_FORMATS.join(', ')}` })(target, property);
};

/** Cell separator in a CSV file. */
export const Separator = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  IsIn([',', ';'], { message: 'separator must be a comma or a semicolon' })(target, property);
};

export const TimeZone = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  ValidateBy({
    name: 'timeZone',
    validator: {
      validate: isTimeZone,
      defaultMessage: () => 'timeZone must be an IANA time zone name, such as Europe/Berlin',
    },
  })(target, property);
};
