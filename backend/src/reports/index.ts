/**
 * Reads that look across a whole show: its state in one database snapshot, its buyers. It changes nothing.
 * Terms: *snapshot* = everything a console starts from, with the ledger row it belongs to.
 */
export { ReportsModule } from './reports.module';
