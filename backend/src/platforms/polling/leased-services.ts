import type { PollerServices } from './source-poller';

/**
 * Wraps an object so that `assertHeld` is called before each of its methods. `parts` replaces individual
 * properties.
 */
function guard<T extends object>(target: T, assertHeld: () => void, parts: Partial<T> = {}): T {
  return new Proxy(target, {
    get: (object, name): unknown => {
      if (Object.hasOwn(parts, name)) return Reflect.get(parts, name);
      const value: unknown = Reflect.get(object, name, object);
      if (typeof value !== 'function') return value;
      return (...parameters: unknown[]): unknown => {
        assertHeld();
        return Reflect.apply(value, object, parameters);
      };
    },
  });
}

/**
 * Wraps the services so that every call first checks that this process still holds the source's lease. A
 * frozen process may wake up at any line, long after another process has taken over. Its next call to the
 * platform or the database then fails here.
 */
export function leasedServices(services: PollerServices, assertHeld: () => void): PollerServices {
  const { channel, readings, throttles } = services;
  const leasedChannel = guard(channel, assertHeld, {
    comments: guard(channel.comments, assertHeld),
    adapter: (target) => {
      const adapter = channel.adapter(target);
      const discover =
        adapter.discover === undefined ? {} : { discover: guard(adapter.discover, assertHeld) };
      return guard(adapter, assertHeld, { ...discover, comments: guard(adapter.comments, assertHeld) });
    },
  });
  return {
    ...services,
    channel: leasedChannel,
    readings: guard(readings, assertHeld),
    throttles: guard(throttles, assertHeld),
  };
}
