/** For specs only: the real product on a database of its own, and callers of its public doors. */
export { createDatabase, dropDatabase, startTestApp, type TestApp, type TestAppOptions } from './test-app';
export { type AdapterRig, describeAdapter } from './adapter-contract';
export { type Answer, type Caller, newCaller } from './caller';
export { type CompiledBackend, compileBackend } from './compiled-backend';
export { connectConsole, type TestConsole } from './console';
export { eventually } from './eventually';
export { FakeGraph } from './fake-graph';
export { type FakeBroadcast, graphError } from './fake-graph-shapes';
export { connectAccount, signIn } from './sign-in';
export { SimulatedPlatform } from './simulated-platform';
export { hasRedis, startRedis, type TestRedis } from './redis';
export { hasPgBouncer, startPgBouncer, type TestPgBouncer } from './pgbouncer';
export { sales } from './sales';
export { hasLibreOffice, shownInLibreOffice } from './libre-office';
export { writeClaims } from './many-claims';
export { readWorkbook, type WorkbookCell, zipPart } from './workbook';
export { eventfulShow } from './eventful-show';
export { type RecordedShow, recordShow, storeShow } from './recorded-show';
