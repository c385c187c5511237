import { type ExtensionDefinition, followedTypesOf, type ShowEventHandler } from '@sellary/extension-kit';
import type { LoadedExtension } from '../loaded-extension';

/** A follower with its handlers, in declaration order. */
export interface Follower {
  /** `<extension>/<class>`. */
  readonly id: string;
  readonly extension: string;
  /** True if the follower is on in workspaces that have never switched its extension on or off. */
  readonly isOnByDefault: boolean;
  readonly handlers: readonly {
    readonly types: ReadonlySet<string>;
    readonly method: string;
    readonly call: ShowEventHandler;
  }[];
}

const followerId = (extension: string, type: { name: string }): string => `${extension}/${type.name}`;

export const followerIdsOf = ({ name, followers = [] }: ExtensionDefinition): string[] =>
  followers.map((type) => followerId(name, type));

/** @param instance the follower that Nest created */
export function toFollower({ name, isOnByDefault }: LoadedExtension, instance: object): Follower {
  const type = instance.constructor as unknown as { name: string; prototype: object };
  return {
    id: followerId(name, type),
    extension: name,
    isOnByDefault,
    handlers: followedTypesOf(type).map(({ types, method }) => ({
      types: new Set<string>(types),
      method,
      call: (event, tx) => (instance as Record<string, ShowEventHandler>)[method]?.call(instance, event, tx),
    })),
  };
}
