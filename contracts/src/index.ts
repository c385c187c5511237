/**
 * The wire contract: every shape that crosses HTTP or the socket, shared by the backend, console, tests, and
 * extensions. It contains only types, constants, and pure functions, and no classes, decorators, or
 * dependencies, so that any package can import it. *Wire* means JSON between processes. Times are ISO-8601
 * UTC with milliseconds, and ids are UUIDs.
 */
export * from './errors';
export * from './actors';
export * from './languages';
export * from './roles';
export * from './session';
export * from './workspaces';
export * from './audit';
export * from './photos';
export * from './platforms';
export * from './connections';
export * from './show-rules';
export * from './shows';
export * from './items';
export * from './variants';
export * from './blocks';
export * from './claims';
export * from './people';
export * from './baskets';
export * from './basket-settings';
export * from './packing';
export * from './comments';
export * from './review';
export * from './acts';
export * from './explanation';
export * from './replay';
export * from './viewer-delays';
export * from './viewer-pages';
export * from './summary';
export * from './sales-reports';
export * from './ledger';
export * from './heartbeat';
export * from './realtime';
export * from './extensions';
export * from './outgoing-jobs';
export * from './debug';
export * from './limits';
export * from './lifetimes';
export * from './money';
export * from './new-shows';
