/**
 * Everything that an extension imports. See `docs/extending.md`. Members follow semantic versioning by
 * `EXTENSION_API_VERSION`.
 */
export { defineExtension, type ExtensionDefinition, type ExtensionModule } from './define-extension';
export * from './domain';
export * from './platforms';
export {
  type FollowedEvent,
  type FollowedTypes,
  followedTypesOf,
  type FollowerTransaction,
  OnShowEvent,
  type ShowEventHandler,
  type ShowFollower,
} from './show-follower';
export { EXTENSION_API_VERSION } from './version';
