import { EXTENSION_API_VERSION, type ExtensionDefinition } from '@sellary/extension-kit';
import semver from 'semver';
import { definitionProblems } from './definition-problems';
import { callbackProblems } from './callback-problems';
import { actionProblems, followerProblems, jobHandlerProblems, settingProblems } from './class-problems';
import { ruleProblems } from './check-rules';
import { ExtensionProblems, foundProblems } from './extension-problems';
import { moduleProblems } from './module-problems';
import { repeatedNames } from './repeated-names';
import { migrationProblems, secretColumnProblems, tableProblems } from './table-problems';

const NAME = /^[a-z](?:-?[a-z0-9]){0,39}$/;

/** @throws ExtensionProblems that lists everything wrong with the extensions and how to fix it */
export function checkExtensions(extensions: readonly ExtensionDefinition[]): void {
  const names = extensions.map(({ name }) => name).filter((name) => typeof name === 'string');
  const wellFormed = extensions.filter((extension) => definitionProblems(extension).length === 0);
  const problems = [
    ...extensions.flatMap(definitionProblems),
    ...repeatedNames(names).map((name) => `Two extensions are named "${name}". Load only one of them.`),
    ...wellFormed.flatMap((extension) => problemsOf(extension, names)),
    ...ruleProblems(wellFormed),
  ];
  if (problems.length > 0) throw new ExtensionProblems(problems);
}

function problemsOf(extension: ExtensionDefinition, names: readonly string[]): string[] {
  const { name, version, api } = extension;
  if (!NAME.test(name)) {
    return [
      `"${name}" is not a valid extension name. Use lowercase letters, digits, and single hyphens, such as my-extension.`,
    ];
  }
  return foundProblems(
    semver.valid(version) === null && `"${name}" does not have a valid version. Use a version such as 1.0.0.`,
    versionProblems(name, api),
    tableProblems(extension, names),
    migrationProblems(extension, names),
    secretColumnProblems(extension, names),
    moduleProblems(extension),
    callbackProblems(extension),
    followerProblems(extension),
    jobHandlerProblems(extension),
    actionProblems(extension),
    settingProblems(extension),
  );
}

function versionProblems(name: string, api: string): string[] {
  if (semver.validRange(api) === null) {
    return [
      `"${name}" does not have a valid version range in \`api\`. Use a range such as ^${EXTENSION_API_VERSION}.`,
    ];
  }
  if (semver.satisfies(EXTENSION_API_VERSION, api)) return [];
  const mismatch = `"${name}" was built for version ${api} of the extension API. This server has ${EXTENSION_API_VERSION}.`;
  return semver.ltr(EXTENSION_API_VERSION, api)
    ? [`${mismatch} Update the product, or install an earlier version of "${name}".`]
    : [`${mismatch} Install a version of "${name}" that supports it.`];
}
