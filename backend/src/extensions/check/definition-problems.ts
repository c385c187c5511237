import type { ExtensionDefinition } from '@sellary/extension-kit';
import { isFields } from '../../kernel';
import { foundProblems } from './extension-problems';

/** Properties of an extension definition that are lists, with the kind of entry in each list. */
const LISTS = {
  followers: 'class',
  jobHandlers: 'class',
  entities: 'class',
  migrations: 'class',
  adapters: 'object',
  grammars: 'object',
  policies: 'object',
  actions: 'object',
  secretColumns: 'object',
} as const satisfies Partial<Record<keyof ExtensionDefinition, 'class' | 'object'>>;

/**
 * Reports parts of a definition whose values do not match their types, such as a class that is undefined
 * because two files import each other. The other checks rely on the types.
 */
export function definitionProblems(definition: ExtensionDefinition): string[] {
  const { name, version, api, module, settings } = definition as unknown as Record<string, unknown>;
  const quotedName = JSON.stringify(name ?? '(unnamed)');
  return foundProblems(
    Object.entries({ name, version, api })
      .filter(([, value]) => typeof value !== 'string')
      .map(([part]) => `The extension ${quotedName} has a missing or invalid ${part}. Set it to a string.`),
    Object.entries(LISTS).flatMap(([part, kind]) =>
      listProblems(quotedName, part, kind, (definition as unknown as Record<string, unknown>)[part]),
    ),
    !(module === undefined || typeof module === 'function' || isFields(module)) &&
      `${quotedName} has a module that is not a class. Use a class with @Module({ … }).`,
    !(settings === undefined || typeof settings === 'function') &&
      `${quotedName} has settings that are not a class. See docs/extending/settings.md.`,
  );
}

function listProblems(quotedName: string, part: string, kind: 'class' | 'object', list: unknown): string[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) return [`${quotedName} has ${part} that are not a list. Write ${part}: […].`];
  return list.flatMap((entry: unknown, index) =>
    (kind === 'class' ? typeof entry === 'function' : isFields(entry))
      ? []
      : [
          `${quotedName} has ${part} whose entry ${index + 1} is ${entry === undefined ? 'undefined. Do two files import each other?' : `not ${kind === 'class' ? 'a class' : 'an object'}.`} Correct or remove it.`,
        ],
  );
}
