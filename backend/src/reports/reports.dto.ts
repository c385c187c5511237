import { EXPORT_TYPES, type ExportType } from '@sellary/contracts';
import { IsIn } from 'class-validator';

export class ExportQuery {
  @IsIn(EXPORT_TYPES, { message: `type must be one of ${EXPORT_TYPES.join(', ')}` })
  type!: ExportType;
}
