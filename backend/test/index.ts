/** For specs only: the real product with its own database, and callers of its public interfaces. */
export { atOnce } from './at-once';
export {
  createDatabase,
  dropDatabase,
  startTestApp,
  type TestApp,
  type TestAppOptions,
  useTestApp,
  useTwoApps,
} from './test-app';
export { testProduct } from './test-product';
export { type Answer, call, type Caller, newCaller, useCaller, useCallerPerTest } from './caller';
export { type CompiledBackend, compileBackend } from './compiled-backend';
export { connectConsole, type TestConsole } from './console';
export { eventually } from './eventually';
export { everyRow } from './every-row';
export { signIn } from './sign-in';
export { SimulatedPlatform, useSimulatedApp } from './simulated-platform';
export { hasRedis, startRedis, type TestRedis } from './redis';
export { hasPgBouncer, startPgBouncer, type TestPgBouncer } from './pgbouncer';
export { refusal } from './refusal';
export { replayDifferences } from './replay-show';
export { liveComment } from './live-comment';
export { reviews } from './reviews';
export { sales, unitTexts } from './sales';
export { hasLibreOffice, cellsInLibreOffice } from './libre-office';
export { writeClaims } from './many-claims';
export { readWorkbook, type WorkbookCell, readZipEntry } from './workbook';
export { runEventfulShow } from './eventful-show';
export { type RecordedShow, exportShow, importShow } from './recorded-show';
export { SAMPLE_EXTENSION, SampleJobs } from './sample-extension';
