/**
 * Reads across a whole show: its state in one database snapshot, its buyers, summaries, and exports. It
 * changes nothing. Terms: *snapshot* = the start state of a console, with the ledger row it belongs to.
 */
export { ReportsModule } from './reports.module';
export { TimeZone } from './reports.dto';
export { ShowReports } from './show-reports';
