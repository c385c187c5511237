/**
 * Tells consoles what happened: a Socket.IO gateway over the ledger. It decides nothing and nobody imports it.
 * Terms: *room* = the consoles of one show in this process; *cut* = the ledger row up to which a joining console is brought; *pulse* = the sign of life every two seconds.
 */
export { ConsoleAdapter } from './console-adapter';
export { RealtimeModule } from './realtime.module';
