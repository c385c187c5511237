/**
 * Creates an object in a `beforeAll` or `beforeEach` hook.
 * @returns an object that has the new object's properties from then on, and none before. Unlike a variable that
 *   the hook sets, it can be passed to other functions before the hook runs.
 */
export function setInHook<T extends object>(hook: jest.Lifecycle, create: () => Promise<T>): T {
  const object = {} as T;
  hook(async () => void Object.assign(object, await create()));
  return object;
}
