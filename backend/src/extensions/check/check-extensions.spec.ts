import { Controller, forwardRef, Module, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import {
  defineAction,
  defineExtension,
  EXTENSION_API_VERSION,
  type ExtensionDefinition,
  JobHandler,
  Setting,
} from '@sellary/extension-kit';
import { IsObject, IsInt } from 'class-validator';
import { Entity, Index, PrimaryColumn, type QueryRunner } from 'typeorm';
import { checkExtensions } from './check-extensions';

const hello = (changes: Partial<ExtensionDefinition> = {}): ExtensionDefinition =>
  defineExtension({ name: 'hello', version: '1.0.0', api: '^1.0.0', ...changes });

@Entity('greetings')
class Greeting {
  @PrimaryColumn('text')
  text!: string;
}

@Entity('x_hello_greetings')
class PrefixedGreeting {
  @PrimaryColumn('text')
  text!: string;
}

@Entity('x_hello_indexed')
@Index('by_text', ['text'])
class Indexed {
  @PrimaryColumn('text')
  text!: string;
}

@Entity('x_hello_long_names')
class LongNamed {
  @PrimaryColumn('text')
  text!: string;
}

class Unmapped {}

class CreateGreetings1796000000000 {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE "x_hello_greetings" ("text" text PRIMARY KEY REFERENCES shows(id) ON UPDATE CASCADE)',
    );
    await runner.query(
      'CREATE INDEX x_hello_by_text ON x_hello_greetings (text); INSERT INTO x_hello_greetings SELECT name FROM shows',
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE x_hello_greetings');
  }
}

class ChangeShows1796000000001 {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "shows" ADD COLUMN greeting text`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM public.claims`);
  }
}

class WithoutTime {
  up(): void {}
}

@Module({ providers: [{ provide: APP_GUARD, useValue: {} }] })
class GuardModule {}

@Module({ imports: [forwardRef(() => GuardModule)] })
class ImportsGuardModule {}

@Module({})
class WithMiddleware implements NestModule {
  configure(): void {}
}

class WrongSettings {
  @Setting({ label: 'Unchecked' })
  unchecked = '';

  @IsObject()
  nested = {};

  @IsInt()
  @Setting({ secret: true })
  pin = 1;
}

class NoSettings {}

const greet = defineAction({ on: 'show', id: 'greet', label: 'Greet', run: () => undefined });

@Controller('api/greetings')
class Greetings {}

@Controller('/api/x/hello/greetings')
class PrefixedGreetings {}

@Module({ controllers: [Greetings] })
class Inner {}

@Module({ imports: [Inner], controllers: [PrefixedGreetings] })
class Outer {}

@Module({ controllers: [PrefixedGreetings] })
class PrefixedModule {}

class WithoutMethod {}

class WithoutDecorator {
  handle(): void {
    return;
  }
}

@JobHandler({ name: 'Sale' })
class Sales {
  handle(): void {
    return;
  }
}

@JobHandler({ name: 'sale', timeoutSeconds: 600 })
class SlowSales extends Sales {}

describe('Extension checks', () => {
  it('An extension whose tables and routes have its prefix is accepted.', () => {
    expect(() =>
      checkExtensions([
        hello({
          entities: [PrefixedGreeting],
          module: PrefixedModule,
          migrations: [CreateGreetings1796000000000],
          actions: [greet],
        }),
      ]),
    ).not.toThrow();
  });

  it.each(['^1.0.0', '^1.1.0', '1.x'])('An extension built for API version %s is accepted.', (api) => {
    expect(() => checkExtensions([hello({ api })])).not.toThrow();
  });

  it.each<[string, ExtensionDefinition[], string | RegExp]>([
    ['two extensions with the same name', [hello(), hello()], 'Two extensions are named "hello".'],
    ['a name with a capital', [hello({ name: 'Hello' })], '"Hello" is not a valid extension name.'],
    ['an invalid version', [hello({ version: 'new' })], 'does not have a valid version.'],
    [
      'a newer version of the API',
      [hello({ api: '^2.0.0' })],
      `was built for version ^2.0.0 of the extension API. This server has ${EXTENSION_API_VERSION}. Update the product`,
    ],
    [
      'a version of the API that is no longer supported',
      [hello({ api: '^0.9.0' })],
      `This server has ${EXTENSION_API_VERSION}. Install a version of "hello" that supports it.`,
    ],
    ['an invalid version range', [hello({ api: 'one' })], 'does not have a valid version range'],
    [
      'a table without the prefix',
      [hello({ entities: [Greeting] })],
      'has the table "greetings". Its table names must begin with x_hello_',
    ],
    [
      "an imported module's route outside the extension's prefix",
      [hello({ module: Outer })],
      'has the route /api/greetings (Greetings)',
    ],
    [
      'an index without the prefix',
      [hello({ entities: [Indexed] })],
      'has the index "by_text" on Indexed. Its index names must begin with x_hello_.',
    ],
    [
      'an entity without a table',
      [hello({ entities: [Unmapped] })],
      'has the entity Unmapped without @Entity',
    ],
    [
      'a table that belongs to an extension with a longer name',
      [hello({ entities: [LongNamed] }), hello({ name: 'hello-long' })],
      'has the table "x_hello_long_names", which belongs to "hello-long"',
    ],
    [
      'a migration that changes a table of the product',
      [hello({ migrations: [ChangeShows1796000000001] })],
      'has the migration ChangeShows1796000000001, which changes the table "shows"',
    ],
    [
      'a migration whose down method deletes rows of the product',
      [hello({ migrations: [ChangeShows1796000000001] })],
      'which changes the table "claims"',
    ],
    [
      'a secret column in a table of the product',
      [hello({ secretColumns: [{ table: 'connections', column: 'Token"', owner: 'id' }] })],
      /secret column in the table "connections"[^]*has "Token"" in its secret columns/,
    ],
    [
      'a migration without a time in its name',
      [hello({ migrations: [WithoutTime] })],
      'has the migration WithoutTime, whose class name does not end with a timestamp',
    ],
    [
      'a guard for the whole product',
      [hello({ module: ImportsGuardModule })],
      'has a guard for the whole product (GuardModule)',
    ],
    ['middleware', [hello({ module: WithMiddleware })], 'has middleware (WithMiddleware)'],
    [
      'two actions with the same id',
      [hello({ actions: [greet, greet] })],
      'has two actions with the id "greet"',
    ],
    [
      'an action with an invalid id and an empty label',
      [hello({ actions: [{ ...greet, id: 'Greet!', label: ' ' }] })],
      /has an action with the id "Greet!"[^]*has no label/,
    ],
    [
      'settings that the console cannot show',
      [hello({ settings: WrongSettings })],
      /"unchecked" without a class-validator decorator[^]*"nested", which is not a string, number[^]*the secret "pin", which is not a string/,
    ],
    [
      'a settings class without properties',
      [hello({ settings: NoSettings })],
      'has a settings class without properties',
    ],
    [
      'a follower without a method',
      [hello({ followers: [WithoutMethod] })],
      'the follower WithoutMethod, which does not follow any events',
    ],
    [
      'a job handler without its decorator',
      [hello({ jobHandlers: [WithoutDecorator] })],
      'has the job handler WithoutDecorator without @JobHandler',
    ],
    [
      'a job handler with a capital in its name',
      [hello({ jobHandlers: [Sales] })],
      'has a job handler named "Sale"',
    ],
    [
      'two job handlers with the same name',
      [hello({ jobHandlers: [SlowSales, SlowSales] })],
      'has two job handlers named "sale"',
    ],
    [
      'a job handler with a time limit of 10 minutes',
      [hello({ jobHandlers: [SlowSales] })],
      'has a time limit of 600 seconds. Use 1 to 120.',
    ],
  ])('The product rejects %s.', (_, extensions, problem) => {
    expect(() => checkExtensions(extensions)).toThrow(problem);
  });

  it('One message lists all problems.', () => {
    expect(() => checkExtensions([hello({ version: 'new', api: '^3' }), hello({ name: 'B' })])).toThrow(
      /not have a valid version[^]*version \^3[^]*"B"/,
    );
  });
});
