/**
 * Notifies consoles: a Socket.IO gateway over the ledger. It decides nothing, and no module imports it.
 * Terms: *room* = the consoles of one show in this process; *join state* = the missed ledger rows and the
 * last `seq` that a joining console starts with; *heartbeat* = the message to each room every two seconds.
 */
export { ConsoleAdapter } from './console-adapter';
export { RealtimeModule } from './realtime.module';
