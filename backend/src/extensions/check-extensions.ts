import { EXTENSION_API_VERSION, type ExtensionDefinition, followedTypesOf } from '@sellary/extension-kit';
import semver from 'semver';
import { getMetadataArgsStorage } from 'typeorm';
import { ExtensionProblems } from './extension-problems';
import { ruleProblems } from './check-rules';
import { controllersOf } from './extension-routes';

const NAME = /^[a-z](?:-?[a-z0-9]){0,39}$/;

/** Prefix of an extension's own tables: `x_outgoing_webhooks_`. */
export const tablePrefix = (name: string): string => `x_${name.replaceAll('-', '_')}_`;

/** Prefix of an extension's own routes, without slashes at its ends: `api/x/outgoing-webhooks`. */
export const routePrefix = (name: string): string => `api/x/${name}`;

/** @throws ExtensionProblems that names everything that is wrong with the extensions, and what to do */
export function checkExtensions(extensions: readonly ExtensionDefinition[]): void {
  const problems = [
    ...repeatedNames(extensions),
    ...extensions.flatMap(problemsOf),
    ...ruleProblems(extensions),
  ];
  if (problems.length > 0) throw new ExtensionProblems(problems);
}

function repeatedNames(extensions: readonly ExtensionDefinition[]): string[] {
  const names = extensions.map(({ name }) => name);
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated].map((name) => `"${name}" is the name of two extensions. Load only one of them.`);
}

function problemsOf(extension: ExtensionDefinition): string[] {
  const { name, version, api } = extension;
  if (!NAME.test(name)) {
    return [
      `"${name}" is no name of an extension. Use lowercase letters, digits, and single hyphens, such as my-extension.`,
    ];
  }
  return [
    ...(semver.valid(version) === null ? [`"${name}" has no valid version. Use one such as 1.0.0.`] : []),
    ...versionProblems(name, api),
    ...tableProblems(extension),
    ...routeProblems(extension),
    ...followerProblems(extension),
  ];
}

function versionProblems(name: string, api: string): string[] {
  if (semver.validRange(api) === null) {
    return [`"${name}" has no valid range in \`api\`. Use one such as ^${EXTENSION_API_VERSION}.`];
  }
  return semver.satisfies(EXTENSION_API_VERSION, api)
    ? []
    : [
        `"${name}" was built for version ${api} of the extension API. This server has ${EXTENSION_API_VERSION}. Install a version of "${name}" that supports it.`,
      ];
}

function tableProblems({ name, entities = [] }: ExtensionDefinition): string[] {
  return getMetadataArgsStorage()
    .tables.filter(({ target }) => typeof target === 'function' && entities.includes(target))
    .filter((table) => table.name?.startsWith(tablePrefix(name)) !== true)
    .map(
      (table) =>
        `"${name}" has the table "${table.name ?? 'without a name'}". Its tables must begin with ${tablePrefix(name)}.`,
    );
}

function routeProblems({ name, module }: ExtensionDefinition): string[] {
  const prefix = routePrefix(name);
  return controllersOf(module)
    .filter(({ path }) => path !== prefix && !path.startsWith(`${prefix}/`))
    .map(
      ({ controller, path }) =>
        `"${name}" has the route /${path} (${controller}). Its routes must begin with /${prefix}/.`,
    );
}

function followerProblems({ name, followers = [] }: ExtensionDefinition): string[] {
  return followers
    .filter((follower) => followedTypesOf(follower).length === 0)
    .map(
      (follower) =>
        `"${name}" has the follower ${follower.name}, which follows nothing. Add @OnShowEvent(…) to one of its methods.`,
    );
}
