import { ROLES } from '@sellary/contracts';
import { type ExtensionDefinition, followedTypesOf, jobHandlerOf } from '@sellary/extension-kit';
import { SettingsForm } from '../settings/settings-form';
import { messageOf } from '../../kernel';
import { foundProblems } from './extension-problems';
import { repeatedNames } from './repeated-names';

const NAME = /^[a-z](?:-?[a-z0-9]){0,39}$/;
const TARGETS = ['claim', 'buyer', 'show'];

export function followerProblems({ name, followers = [] }: ExtensionDefinition): string[] {
  const names = followers.map((follower) => follower.name);
  return [
    ...followers
      .filter((follower) => followedTypesOf(follower).length === 0)
      .map(
        (follower) =>
          `"${name}" has the follower ${follower.name}, which does not follow any events. Add @OnShowEvent(…) to one of its methods.`,
      ),
    ...repeatedNames(names).map(
      (className) =>
        `"${name}" has two followers named ${className}. A follower's place in the ledger is stored under the follower's name. Rename one of them.`,
    ),
  ];
}

/** Maximum time limit of a job handler. */
const MAX_TIMEOUT_SECONDS = 120;

export function jobHandlerProblems({ name, jobHandlers = [] }: ExtensionDefinition): string[] {
  const names = jobHandlers.map((type) => jobHandlerOf(type)?.name);
  return jobHandlers.flatMap((type, index) => {
    const options = jobHandlerOf(type);
    if (options === null) {
      return [
        `"${name}" has the job handler ${type.name} without @JobHandler. Add @JobHandler({ name: '…' }).`,
      ];
    }
    const { timeoutSeconds = MAX_TIMEOUT_SECONDS } = options;
    return foundProblems(
      !NAME.test(options.name) &&
        `"${name}" has a job handler named "${options.name}". Use lowercase letters, digits, and single hyphens.`,
      names.indexOf(options.name) !== index &&
        `"${name}" has two job handlers named "${options.name}". Rename one of them.`,
      !(timeoutSeconds >= 1 && timeoutSeconds <= MAX_TIMEOUT_SECONDS) &&
        `The job handler "${options.name}" in "${name}" has a time limit of ${timeoutSeconds} seconds. Use 1 to ${MAX_TIMEOUT_SECONDS}.`,
    );
  });
}

export function actionProblems({ name, actions = [] }: ExtensionDefinition): string[] {
  const ids = actions.map(({ id }) => id);
  return [
    ...repeatedNames(ids).map((id) => `"${name}" has two actions with the id "${id}". Change one of them.`),
    ...actions.flatMap(({ id, on, label, role }) =>
      foundProblems(
        !NAME.test(id) &&
          `"${name}" has an action with the id "${id}". Use lowercase letters, digits, and single hyphens, such as send-invoice.`,
        !TARGETS.includes(on) &&
          `The action "${id}" in "${name}" has \`on: "${on}"\`. Use ${oneOf(TARGETS)}.`,
        label.trim() === '' && `The action "${id}" in "${name}" has no label. Add a label.`,
        role !== undefined &&
          !ROLES.includes(role) &&
          `The action "${id}" in "${name}" requires the role "${role}". Use ${oneOf(ROLES)}.`,
      ),
    ),
  ];
}

export function settingProblems({ name, settings }: ExtensionDefinition): string[] {
  if (settings === undefined) return [];
  try {
    return new SettingsForm(settings)
      .definitionProblems()
      .map((fault) => `"${name}" has ${fault}. See docs/extending/settings.md.`);
  } catch (error) {
    return [
      `"${name}" has the settings class ${settings.name}, which cannot be created without arguments: ${messageOf(error)}.`,
    ];
  }
}

const oneOf = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`;
