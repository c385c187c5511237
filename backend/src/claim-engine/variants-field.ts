import {
  isPrice,
  MAX_SKU_LENGTH,
  MAX_VARIANT_NAME_LENGTH,
  MAX_VARIANTS,
  type VariantInput,
} from '@sellary/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';

const FIELDS: ReadonlySet<string> = new Set<keyof VariantInput>(['name', 'totalQuantity', 'price', 'sku']);

const isCode = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= MAX_SKU_LENGTH && !value.includes('\0');

const isVariantInput = (value: unknown): value is VariantInput =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  !value.name.includes('\0') &&
  'totalQuantity' in value &&
  typeof value.totalQuantity === 'number' &&
  (!('price' in value) || value.price === null || isPrice(value.price)) &&
  (!('sku' in value) || value.sku === null || isCode(value.sku)) &&
  Object.keys(value).every((field) => FIELDS.has(field));

/**
 * Maximum length of a list given as text. It is enough for the maximum number of variants, each with a name
 * of maximum length, a quantity, and separators.
 */
export const MAX_VARIANT_LIST_LENGTH = MAX_VARIANTS * (MAX_VARIANT_NAME_LENGTH + 10);

function isVariants(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_VARIANT_LIST_LENGTH && !value.includes('\0');
  // Lists with up to 10 times the maximum number of variants pass, because `variantsFrom` rejects lists with
  // too many and reports how many they have.
  return Array.isArray(value) && value.length <= 10 * MAX_VARIANTS && value.every(isVariantInput);
}

/** Accepts a variant list as text or as objects. `variantsFrom` checks its content. */
export const IsVariants = (): PropertyDecorator =>
  applyDecorators(
    ValidateBy({
      name: 'isVariants',
      validator: {
        validate: isVariants,
        defaultMessage: () =>
          '$property must be a list such as "S 2, M 3", or objects such as {name: "S", totalQuantity: 2}',
      },
    }),
    ApiProperty({
      required: false,
      oneOf: [
        { type: 'string', example: 'S 2, M 3' },
        {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              name: { type: 'string' },
              totalQuantity: { type: 'integer' },
              price: { type: 'integer', nullable: true },
              sku: { type: 'string', nullable: true, maxLength: MAX_SKU_LENGTH },
            },
            required: ['name', 'totalQuantity'],
          },
        },
      ],
    }),
  );
