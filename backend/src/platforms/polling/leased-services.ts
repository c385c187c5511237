import type { PollerServices } from './source-poller';

/** The same object, with `demand` called before each of its methods; `parts` replace its own. */
function guard<T extends object>(target: T, demand: () => void, parts: Partial<T> = {}): T {
  return new Proxy(target, {
    get: (object, name): unknown => {
      if (Object.hasOwn(parts, name)) return Reflect.get(parts, name);
      const value: unknown = Reflect.get(object, name, object);
      if (typeof value !== 'function') return value;
      return (...parameters: unknown[]): unknown => {
        demand();
        return Reflect.apply(value, object, parameters);
      };
    },
  });
}

/**
 * The same services, which first check that this process still holds the source. A frozen process may wake up
 * at any line, long after another process has taken over. Its next call to the platform or the database is
 * refused here.
 */
export function leasedServices(services: PollerServices, demand: () => void): PollerServices {
  const { channel, readings, throttles } = services;
  const leasedChannel = guard(channel, demand, {
    comments: guard(channel.comments, demand),
    adapter: (target) => {
      const adapter = channel.adapter(target);
      const discover = adapter.discover === undefined ? {} : { discover: guard(adapter.discover, demand) };
      return guard(adapter, demand, { ...discover, comments: guard(adapter.comments, demand) });
    },
  });
  return {
    ...services,
    channel: leasedChannel,
    readings: guard(readings, demand),
    throttles: guard(throttles, demand),
  };
}
