import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { CALLBACK, type CallbackOptions, type ExtensionDefinition } from '@sellary/extension-kit';
import { modulesOf } from '../host/extension-modules';
import { foundProblems } from './extension-problems';

const MAX_BODY_BYTES = 1024 * 1024;

/** Reports callbacks that have no usable verifier or an invalid body size limit. */
export function callbackProblems({ name, module }: ExtensionDefinition): string[] {
  const modules = modulesOf(module);
  const providerTokens = new Set(modules.flatMap(({ providers }) => providers.map(tokenOf)));
  return modules
    .flatMap(({ controllers }) => controllers)
    .flatMap((controller) =>
      callbacksOf(controller).flatMap(({ route, verifier, maxBytes = MAX_BODY_BYTES }) =>
        foundProblems(
          !providerTokens.has(verifier) &&
            `"${name}" has the callback ${route}, whose verifier is not a provider of its module. Add ${nameOf(verifier)} to its providers.`,
          typeof verifier === 'function' &&
            !hasVerify(verifier) &&
            `"${name}" has the callback ${route}, whose verifier ${nameOf(verifier)} has no verify method. Add one.`,
          !(Number.isInteger(maxBytes) && maxBytes >= 1 && maxBytes <= MAX_BODY_BYTES) &&
            `"${name}" has the callback ${route} with maxBytes ${String(maxBytes)}. Use 1 to ${MAX_BODY_BYTES}.`,
        ),
      ),
    );
}

function callbacksOf(controller: Type): (CallbackOptions & { route: string })[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((method) => {
    const handler = Object.getOwnPropertyDescriptor(prototype, method)?.value as unknown;
    if (typeof handler !== 'function') return [];
    const options = Reflect.getMetadata(CALLBACK, handler) as CallbackOptions | undefined;
    return options === undefined ? [] : [{ ...options, route: `${controller.name}.${method}` }];
  });
}

const tokenOf = (provider: unknown): unknown =>
  typeof provider === 'object' && provider !== null && 'provide' in provider ? provider.provide : provider;
const nameOf = (verifier: unknown): string =>
  typeof verifier === 'function' ? verifier.name : 'a class with the method verify';
const hasVerify = (verifier: Type): boolean =>
  typeof (verifier.prototype as { verify?: unknown }).verify === 'function';
