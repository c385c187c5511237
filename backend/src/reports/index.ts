/**
 * Reads across a whole show: its state in one database snapshot, its buyers, summaries, and exports. Changes
 * nothing. Terms: *snapshot* = the start state of a console, with the ledger row it belongs to.
 */
export { ReportsModule } from './reports.module';
export { ShowReports } from './show-reports';
