import { followedTypesOf, type ShowEventHandler } from '@sellary/extension-kit';

/** A follower with its handlers, in the order in which they are declared. */
export interface Follower {
  /** `<extension>/<class>`. */
  readonly id: string;
  readonly handlers: readonly {
    readonly types: ReadonlySet<string>;
    readonly method: string;
    readonly call: ShowEventHandler;
  }[];
}

/** `instance`: the follower as Nest has created it. */
export function toFollower(extension: string, instance: object): Follower {
  const type = instance.constructor as unknown as { name: string; prototype: object };
  return {
    id: `${extension}/${type.name}`,
    handlers: followedTypesOf(type).map(({ types, method }) => ({
      types: new Set<string>(types),
      method,
      call: (event, tx) => (instance as Record<string, ShowEventHandler>)[method]?.call(instance, event, tx),
    })),
  };
}
