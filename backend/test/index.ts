/** For specs only: the real product on its own database, and callers of its public interfaces. */
export { createDatabase, dropDatabase, startTestApp, type TestApp, type TestAppOptions } from './test-app';
export { testProduct } from './test-product';
export { type Answer, call, type Caller, newCaller } from './caller';
export { type CompiledBackend, compileBackend } from './compiled-backend';
export { connectConsole, type TestConsole } from './console';
export { eventually } from './eventually';
export { signIn } from './sign-in';
export { SimulatedPlatform } from './simulated-platform';
export { hasRedis, startRedis, type TestRedis } from './redis';
export { hasPgBouncer, startPgBouncer, type TestPgBouncer } from './pgbouncer';
export { reviews } from './reviews';
export { sales } from './sales';
export { hasLibreOffice, shownInLibreOffice } from './libre-office';
export { writeClaims } from './many-claims';
export { readWorkbook, type WorkbookCell, zipPart } from './workbook';
export { eventfulShow } from './eventful-show';
export { type RecordedShow, recordShow, storeShow } from './recorded-show';
export { SAMPLE_EXTENSION, SampleJobs } from './sample-extension';
