import type { ExtensionDefinition } from '@sellary/extension-kit';
import path from 'node:path';
import { ExtensionProblems } from '../check/extension-problems';
import { errorText } from './error-text';
import { modulesOf } from './extension-modules';

const MAX_MESSAGE_LENGTH = 500;
/**
 * Class name of a constructor or method in a stack trace: `at new Sender (…)`, `at async Sender.onInit (…)`.
 */
const CLASS_IN_STACK = /^\s*at (?:async )?(?:new )?([A-Za-z_$][\w$]*)(?:\.[\w$<>]+)? \(/;
/** Start of Nest's message about a constructor whose parameters it cannot provide. */
const UNRESOLVED_CLASS = /resolve dependencies of the ([\w$]+) \(/;

const folders = new WeakMap<ExtensionDefinition, string>();

/** Remembers an extension's folder, to recognize the extension's code in a stack trace. */
export const rememberFolder = (definition: ExtensionDefinition, folder: string): void =>
  void folders.set(definition, folder);

/**
 * Names the extension whose class or module failed while the application was created or started.
 * @returns an error that names the extension, or the error itself if no extension caused it
 */
export function startupFailure(error: unknown, extensions: readonly ExtensionDefinition[]): unknown {
  if (!(error instanceof Error) || error instanceof ExtensionProblems) return error;
  const unresolvedClass = UNRESOLVED_CLASS.exec(error.message)?.[1];
  const classNameInStackLine = (line: string): string | undefined => CLASS_IN_STACK.exec(line)?.[1];
  const lines = unresolvedClass === undefined ? stackOf(error) : [];
  for (const line of lines) {
    const owner = extensions.find(
      (extension) =>
        isInFolder(line, folders.get(extension)) || classNamesOf(extension).has(classNameInStackLine(line)),
    );
    if (owner !== undefined) {
      const reason = withoutPeriod(errorText(error, MAX_MESSAGE_LENGTH));
      return new ExtensionProblems([
        `"${owner.name}" failed while the product was starting: ${reason} (${line.trim()}). Correct it, or start without it.`,
      ]);
    }
  }
  const owner = extensions.find((extension) => classNamesOf(extension).has(unresolvedClass));
  if (owner === undefined) return error;
  return new ExtensionProblems([
    `"${owner.name}" has the class ${unresolvedClass ?? ''}, whose constructor parameters cannot be resolved: ${withoutPeriod(sentenceAboutParameter(error.message))}. Use a service from the kit as the parameter's type, or list that type in the providers or exports of the extension's module.`,
  ]);
}

const stackOf = ({ stack = '' }: Error): string[] =>
  stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
const isInFolder = (line: string, folder: string | undefined): boolean =>
  folder !== undefined && line.includes(folder + path.sep);
/** The second sentence of Nest's message, which names the parameter. */
const sentenceAboutParameter = (message: string): string =>
  message.replace(/\s+/g, ' ').split(/\. (?=[A-Z])/)[1] ?? message.split('\n')[0] ?? '';
const withoutPeriod = (text: string): string => text.replace(/\.$/, '');

/** Returns the names of the classes that an extension declares. */
function classNamesOf({
  module,
  followers = [],
  jobHandlers = [],
}: ExtensionDefinition): Set<string | undefined> {
  const declared = modulesOf(module).flatMap(({ type, controllers, providers }) => [
    type,
    ...controllers,
    ...providers.map((provider) =>
      typeof provider === 'object' && provider !== null && 'useClass' in provider
        ? provider.useClass
        : provider,
    ),
  ]);
  return new Set(
    [...declared, ...followers, ...jobHandlers].flatMap((provider) =>
      typeof provider === 'function' ? [provider.name] : [],
    ),
  );
}
