import { Global, Module } from '@nestjs/common';
import { defineExtension, type ExtensionDefinition } from '@sellary/extension-kit';
import { checkExtensions } from './check-extensions';

const hello = (changes: object = {}): ExtensionDefinition =>
  defineExtension({ name: 'hello', version: '1.0.0', api: '^1.0.0', ...changes });

@Global()
@Module({})
class GlobalModule {}

@Module({ imports: [GlobalModule] })
class ImportsGlobal {}

class Plain {}

/** A module whose decorator receives undefined, as when two files import each other. */
@Module({ imports: [undefined as never], providers: [undefined as never] })
class Cyclic {}

@Module({ imports: [Promise.resolve({ module: Plain })] })
class ImportsPromise {}

const adapter = (id: unknown) => ({
  id,
  label: 'Chat',
  comments: { kind: 'cursor', next: () => Promise.reject(new Error('The chat is closed.')) },
});

describe('Checks of extensions whose values do not match their types', () => {
  it.each<[string, object, string | RegExp]>([
    [
      'no name',
      { name: undefined },
      'The extension "(unnamed)" has a missing or invalid name. Set it to a string.',
    ],
    ['a number as its version', { version: 1 }, 'The extension "hello" has a missing or invalid version.'],
    ['no API version range', { api: undefined }, 'The extension "hello" has a missing or invalid api.'],
    [
      'followers that are not a list',
      { followers: Plain },
      '"hello" has followers that are not a list. Write followers: […].',
    ],
    [
      'a class that is undefined',
      { entities: [Plain, undefined] },
      '"hello" has entities whose entry 2 is undefined. Do two files import each other?',
    ],
    [
      'an object instead of a class',
      { jobHandlers: [{}] },
      '"hello" has jobHandlers whose entry 1 is not a class.',
    ],
    ['a string as its module', { module: 'shop' }, '"hello" has a module that is not a class.'],
    ['an object as its settings class', { settings: {} }, '"hello" has settings that are not a class.'],
    [
      'a global module',
      { module: ImportsGlobal },
      '"hello" has the global module GlobalModule, whose providers could replace',
    ],
    [
      'a module that is declared global',
      { module: { module: Plain, global: true } },
      '"hello" has the global module Plain',
    ],
    [
      'modules that import each other without forwardRef',
      { module: Cyclic },
      /module Cyclic, whose imports contain undefined[^]*whose providers contain undefined/,
    ],
    [
      'a module that is a promise',
      { module: ImportsPromise },
      'module ImportsPromise, whose imports contain undefined or a promise',
    ],
    [
      'a platform id that the product already has',
      { adapters: [adapter('facebook')] },
      '"hello" has the platform "facebook", which the product already has.',
    ],
    ['the platform id of rehearsals', { adapters: [adapter('rehearsal')] }, 'which the product already has.'],
    [
      'a platform with an invalid id',
      { adapters: [adapter('My Chat')] },
      '"hello" has a platform with the id "My Chat". A platform id must have 2 to 32',
    ],
    [
      'a platform without an id',
      { adapters: [adapter(undefined)] },
      '"hello" has a platform with the id "undefined". A platform id must have 2 to 32',
    ],
  ])('The product rejects an extension with %s.', (_, changes, problem) => {
    expect(() => checkExtensions([hello(changes)])).toThrow(problem);
  });

  it("One message lists a malformed extension's problems together with those of other extensions.", () => {
    expect(() =>
      checkExtensions([hello({ followers: Plain }), hello({ name: 'other', api: '^9.0.0' })]),
    ).toThrow(/followers that are not a list[^]*"other" was built for version \^9\.0\.0/);
  });
});
