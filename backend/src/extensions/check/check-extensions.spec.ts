import { Controller, Module } from '@nestjs/common';
import { defineExtension, type ExtensionDefinition } from '@sellary/extension-kit';
import { Entity, PrimaryColumn } from 'typeorm';
import { checkExtensions } from './check-extensions';

const hello = (over: Partial<ExtensionDefinition> = {}): ExtensionDefinition =>
  defineExtension({ name: 'hello', version: '1.0.0', api: '^1.0.0', ...over });

@Entity('greetings')
class Greeting {
  @PrimaryColumn('text')
  text!: string;
}

@Entity('x_hello_greetings')
class OwnGreeting {
  @PrimaryColumn('text')
  text!: string;
}

@Controller('api/greetings')
class Greetings {}

@Controller('/api/x/hello/greetings')
class OwnGreetings {}

@Module({ controllers: [Greetings] })
class Inner {}

@Module({ imports: [Inner], controllers: [OwnGreetings] })
class Outer {}

@Module({ controllers: [OwnGreetings] })
class OwnModule {}

class Deaf {}

describe('Checks of the extensions', () => {
  it('An extension with its own tables and routes is accepted.', () => {
    expect(() => checkExtensions([hello({ entities: [OwnGreeting], module: OwnModule })])).not.toThrow();
  });

  it.each([
    ['two extensions with one name', [hello(), hello()], '"hello" is the name of two extensions.'],
    ['a name with a capital', [hello({ name: 'Hello' })], '"Hello" is no name of an extension.'],
    ['no version', [hello({ version: 'new' })], 'has no valid version'],
    ['an unknown API', [hello({ api: '^2.0.0' })], 'was built for version ^2.0.0 of the extension API'],
    ['a range that is none', [hello({ api: 'one' })], 'has no valid range'],
    [
      'a table without the prefix',
      [hello({ entities: [Greeting] })],
      'has the table "greetings". Its tables must begin with x_hello_',
    ],
    [
      'a route of an imported module outside its prefix',
      [hello({ module: Outer })],
      'has the route /api/greetings (Greetings)',
    ],
    [
      'a follower without a method',
      [hello({ followers: [Deaf] })],
      'the follower Deaf, which follows nothing',
    ],
  ])('The product refuses %s.', (_, extensions, problem) => {
    expect(() => checkExtensions(extensions)).toThrow(problem);
  });

  it('One message names all problems.', () => {
    expect(() => checkExtensions([hello({ version: 'new', api: '^3' }), hello({ name: 'B' })])).toThrow(
      /no valid version[^]*version \^3[^]*"B"/,
    );
  });
});
