/**
 * Reads whole shows: their state, buyers, summaries, and exports. Changes no show. Terms: *snapshot* = the
 * start state of a console, with the last ledger row that it includes; *database snapshot* = PostgreSQL's.
 */
export { ReportsModule } from './reports.module';
export { ShowReports } from './show-reports';
export { exportRows, type Sheet, withMoney } from './export/export-columns';
export { type FileContent, FileDownloads, type FileStyle } from './export/file-downloads';
export { FileFormat, Separator, TimeZone } from './export/file-fields';
export { fileNameOf } from './export/file-name';
export { WallClock } from './export/wall-clock';
