/**
 * Reads whole shows (state, buyers, summaries, and exports), and never changes them. A *snapshot* is a
 * console's initial state, with the `seq` of the last ledger row that it includes. A *database snapshot* is a
 * PostgreSQL snapshot.
 */
export { ReportsModule } from './reports.module';
export { ShowReports } from './show-reports';
export { exportRows, type Sheet, withMoney } from './export/export-columns';
export { type FileContent, FileDownloads, type FileStyle } from './export/file-downloads';
export { FileFormat, Separator, TimeZone } from './export/file-fields';
export { fileNameOf } from './export/file-name';
export { WallClock } from './export/wall-clock';
