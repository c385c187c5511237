import { type Caller, newCaller } from '@sellary/extension-kit/testing';
import { setInHook } from './set-in-hook';
import type { TestApp } from './test-app';

export { type Answer, call, type Caller, newCaller } from '@sellary/extension-kit/testing';

/** Registers a user before the tests of this block. The caller can be used in hooks and tests only. */
export const useCaller = (app: TestApp): Caller => setInHook(beforeAll, () => newCaller(app.url));

/** Registers another user before each test of this block. */
export const useCallerPerTest = (app: TestApp): Caller => setInHook(beforeEach, () => newCaller(app.url));
