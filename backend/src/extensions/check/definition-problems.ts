import type { ExtensionDefinition } from '@sellary/extension-kit';
import { isFields } from '../../kernel';

/** Lists of an extension, and what they contain. */
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
 * Parts of a definition that are not what their types say: an extension in JavaScript, or a class that is undefined
 * because two files import each other. The other checks expect parts of the right kind.
 */
export function definitionProblems(definition: ExtensionDefinition): string[] {
  const { name, version, api, module, settings } = definition as unknown as Record<string, unknown>;
  const named = JSON.stringify(name ?? 'without a name');
  return [
    ...Object.entries({ name, version, api })
      .filter(([, value]) => typeof value !== 'string')
      .map(([part]) => `The extension ${named} has no ${part}. Give it one, as a text.`),
    ...Object.entries(LISTS).flatMap(([part, kind]) =>
      listProblems(named, part, kind, (definition as unknown as Record<string, unknown>)[part]),
    ),
    ...(module === undefined || typeof module === 'function' || isFields(module)
      ? []
      : [`${named} has a module that is not a class. Name a class with @Module({ … }).`]),
    ...(settings === undefined || typeof settings === 'function'
      ? []
      : [`${named} has settings that are not a class. See docs/extending/settings.md.`]),
  ];
}

function listProblems(named: string, part: string, kind: 'class' | 'object', list: unknown): string[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) return [`${named} has ${part} that are not a list. Write ${part}: […].`];
  return list.flatMap((entry: unknown, index) =>
    (kind === 'class' ? typeof entry === 'function' : isFields(entry))
      ? []
      : [
          `${named} has ${part} whose entry ${index + 1} is ${entry === undefined ? 'undefined: do two files import each other?' : `not ${kind === 'class' ? 'a class' : 'an object'}.`} Correct or remove it.`,
        ],
  );
}
