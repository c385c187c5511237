/**
 * The lowest layer: configuration, database, ledger, audit, clock, errors, signals. It makes no decisions
 * about a sale and imports only the contracts. Every other module may use it, but only through this file.
 * Terms: *ledger* = the hash-chained, append-only rows of a show; *signal* = a message to the other
 * processes, which then read the database. Every transaction on the server begins in `Transactions`, except
 * for migrations, the disk space probe, and statements that pg-boss sends for its own schema.
 */
export { APP_CONFIG } from './config/tokens';
export { type AppConfig, isLoopbackHost } from './config/app-config';
export { ConfigError, readConfig } from './config/config';
export { type ConfigSection, ConfigSections } from './config/config-section';
export { HTTP_SCHEMES, type Secrets } from './config/env-reader';
export { localSecrets } from './config/local-secrets';
export { replaceDurably, syncFolder } from './config/durable-file';
export { type Fields, fieldsOf, isFields } from './json-fields';
export { groupBy } from './group-by';
export { isSameText } from './crypto/same-text';
export { Clock } from './clock/clock';
export { isoTime } from './clock/iso-time';
export { uuidV7 } from './clock/uuid-v7';
export { ApiError } from './errors/api-error';
export { ApiExceptionFilter, toApiError } from './errors/api-exception.filter';
export { isUnavailable, violatedConstraint } from './errors/database-failure';
export { messageOf, stackOf } from './errors/message-of';
export { validationPipe } from './errors/validation.pipe';
export { BEGIN_BY_INDEX, Transactions, type Tx } from './database/transactions';
export { convertInSlices, rowsInSlices } from './database/slices';
export { createDataSource, dataSourceOptions } from './database/data-source';
export { migrate, TAKE_MIGRATION_LOCK } from './database/migrate';
export { fromLines, plainArray, packLines } from './database/lines';
export { BOUNDED_READ, poolReader, type PreparedReader, type Reader, sendStatements } from './database/reads';
export { sqlWords } from './database/sql-words';
export {
  badCursor,
  decodeCursor,
  DEFAULT_PAGE_SIZE,
  encodeCursor,
  isUuid,
  type Keyset,
  PageLimit,
  PageQuery,
  pageRequest,
  toPage,
} from './http/page';
export { streamLongLists } from './http/json-pieces';
export { MAX_BODY_BYTES, RequestBody } from './http/body/body-rule';
export { CallSlots } from './limits/call-slots';
export { assertBelowLimit } from './limits/row-limit';
export { TokenBucket } from './limits/token-bucket';
export { JsonShape } from './http/body/json-shape';
export { requestTurns } from './http/request-turns';
export { discardUnreadBody } from './http/body/unread-body';
export {
  orNullAfter,
  runAfter,
  runEvery,
  guardListener,
  inBackground,
  reportFailure,
} from './background/background';
export { runIsolated } from './background/isolation';
export { RECONNECT_MS } from './background/reconnect';
export { nextTurn, Step } from './background/turns';
export { endOnFatalError } from './background/uncaught-failures';
export { isAllowedHost, localUrl } from './http/host-check';
export { securityHeaders, styleNonceOf } from './http/security-headers';
export { callerAddress, proxyTrust } from './http/trusted-proxies';
export { EmptyBody } from './http/empty-body';
export { PUBLIC, Public } from './http/public';
export {
  Id,
  idOr404,
  Optional,
  OptionalOrNull,
  PlainText,
  TrimmedText,
  UuidParam,
  WholeNumber,
} from './http/fields';
export { chain, digestOf, type NewLedgerRow, GENESIS_HASH, hashOf } from './ledger/hash-chain';
export { insertLedgerRows, readLedger, readLedgerAbout } from './ledger/ledger';
export { readActs } from './ledger/recorded-acts';
export { deleteLedger, findLedgerRows, redactLedgerRows } from './ledger/ledger-redaction';
export {
  type CheckableRow,
  readRecordedAbout,
  readRecordedRows,
  type RecordedRow,
} from './ledger/recorded-rows';
export { type LedgerAppended, LedgerFeed } from './ledger/ledger-feed';
export { ShowEventEntity } from './ledger/show-event.entity';
export { AuditLogEntity } from './audit/audit-log.entity';
export { actorName } from './audit/actor-name';
export { type AuditEntry, recordAudit, toStorableJson } from './audit/audit';
export {
  type AuditedChange,
  dropAuditedShowChanges,
  dropAuditedEntityChanges,
  redactAudit,
} from './audit/audit-redaction';
export { ProcessSignals } from './signals/process-signals';
export { Metrics } from './health/metrics';
export { abandonDatabase, KernelModule } from './kernel.module';
