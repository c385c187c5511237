/** For specs only: the real product on a database of its own, and callers of its public doors. */
export { createDatabase, dropDatabase, startTestApp, type TestApp, type TestAppOptions } from './test-app';
export { type Answer, type Caller, newCaller } from './caller';
export { type CompiledBackend, compileBackend } from './compiled-backend';
export { connectConsole, type TestConsole } from './console';
export { eventually } from './eventually';
export { FAKE_APP, type FakeCall, type FakeComment, FakeGraph, type FakeLive, type FakePage, graphError } from './fake-graph';
export { connectAccount, signIn } from './sign-in';
export { hasRedis, startRedis, type TestRedis } from './redis';
export { sales } from './sales';
