import type { Type } from '@nestjs/common';
import type { ErrorDetail, SettingSchema, SettingsSchema } from '@sellary/contracts';
import { type SettingOptions, settingsOf } from '@sellary/extension-kit';
import { plainToInstance } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage, validate, validateSync, type ValidationError } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';

export type SettingValues = Record<string, unknown>;

/** JSON Schema keywords that the console can display. */
const SHOWN_KEYWORDS = [
  'type',
  'title',
  'description',
  'enum',
  'format',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'pattern',
  'items',
] as const;
const TYPES = ['string', 'number', 'integer', 'boolean', 'array'];
const RULES = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true } as const;

/** An extension's settings class as a form, with its schema, defaults, and checks. */
export class SettingsForm {
  readonly schema: SettingsSchema;
  readonly secrets: ReadonlySet<string>;
  private readonly options: ReadonlyMap<string, SettingOptions>;

  constructor(readonly type: Type<object>) {
    this.options = settingsOf(type);
    this.secrets = new Set(
      [...this.options].filter(([, { secret }]) => secret === true).map(([name]) => name),
    );
    this.schema = this.readSchema();
  }

  /** Faults in the class itself, for its author. */
  definitionProblems(): string[] {
    const { properties } = this.schema;
    const entries = Object.entries(properties);
    return [
      ...[...this.options.keys()]
        .filter((name) => !Object.hasOwn(properties, name))
        .map((name) => `the setting "${name}" without a class-validator decorator`),
      ...entries
        .filter(([, { type }]) => type === undefined || !TYPES.includes(type))
        .map(([name]) => `the setting "${name}", which is not a string, number, boolean, or list of strings`),
      ...entries
        .filter(([name, { type }]) => this.secrets.has(name) && type !== undefined && type !== 'string')
        .map(([name]) => `the secret "${name}", which is not a string`),
      ...(entries.length === 0 ? ['a settings class without properties that class-validator checks'] : []),
    ];
  }

  /** The properties' initial values. */
  defaults(): SettingValues {
    const initial = new this.type() as SettingValues;
    return Object.fromEntries(
      Object.keys(this.schema.properties)
        .filter((name) => initial[name] !== undefined)
        .map((name) => [name, initial[name]]),
    );
  }

  acceptsDefaults(): boolean {
    return validateSync(new this.type(), RULES).length === 0;
  }

  /** Creates an instance with these unchecked values. Other properties keep their initial values. */
  createInstance(values: SettingValues): object {
    const known = Object.entries(values).filter(([name]) => Object.hasOwn(this.schema.properties, name));
    return plainToInstance(this.type, Object.fromEntries(known));
  }

  /**
   * @returns one detail for each rule that a field breaks. A detail about a secret does not contain its value
   */
  async problems(instance: object): Promise<ErrorDetail[]> {
    const errors = await validate(instance, { ...RULES, validationError: { target: false, value: false } });
    return errors.flatMap((error) =>
      messagesOf(error).map((message) => ({
        field: `settings.${error.property}`,
        message: this.secrets.has(error.property) ? problemWithoutValue(error) : message,
      })),
    );
  }

  private readSchema(): SettingsSchema {
    const { properties = {}, required = [] } = targetConstructorToSchema(this.type, {
      classTransformerMetadataStorage: defaultMetadataStorage,
    });
    const names = new Set(
      getMetadataStorage()
        .getTargetValidationMetadatas(this.type, '', false, false)
        .map(({ propertyName }) => propertyName),
    );
    const shown = [...names].map((name) => [name, this.shownSchema(name, properties[name] ?? {})] as const);
    return {
      type: 'object',
      properties: Object.fromEntries(shown),
      ...(required.length === 0 ? {} : { required }),
    };
  }

  private shownSchema(name: string, property: object): SettingSchema {
    const { label, help, secret } = this.options.get(name) ?? {};
    const keywords = Object.entries(property).filter(([key]) =>
      (SHOWN_KEYWORDS as readonly string[]).includes(key),
    );
    return {
      ...Object.fromEntries(keywords),
      ...(label === undefined ? {} : { title: label }),
      ...(help === undefined ? {} : { description: help }),
      ...(secret === true ? { writeOnly: true } : {}),
    };
  }
}

const messagesOf = ({ constraints = {}, children = [] }: ValidationError): string[] => [
  ...Object.values(constraints),
  ...children.flatMap(messagesOf),
];

/** Omits the message that the class's author wrote, because it could repeat the secret value. */
const problemWithoutValue = ({ property, constraints = {} }: ValidationError): string =>
  `${property} is not valid (${Object.keys(constraints).join(', ')})`;
