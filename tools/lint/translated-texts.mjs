// Rules that keep all console texts translatable.
import { DIALOG_RESULTS } from './restricted-syntax.mjs';

const CONSOLE = 'frontend/src/app/**';

/** Attributes and inputs whose values users never see. */
const NOT_TEXT = [
  'accept',
  'align',
  'appMisclickGuard',
  'appearance',
  'aria-atomic',
  'aria-busy',
  'aria-controls',
  'aria-current',
  'aria-describedby',
  'aria-haspopup',
  'aria-hidden',
  'aria-keyshortcuts',
  'aria-labelledby',
  'aria-live',
  'aria-relevant',
  'ariaCurrentWhenActive',
  'autocapitalize',
  'cdkDropListLockAxis',
  'grows',
  'column',
  'd',
  'data-column',
  'enctype',
  'enterkeyhint',
  'failedClass',
  'icon',
  'inputmode',
  'kind',
  'loadingClass',
  'matButton',
  'preserveAspectRatio',
  'queryParamsHandling',
  'rel',
  'scope',
  'shape-rendering',
  'stroke-linecap',
  'subscriptSizing',
  'tone',
  'translate',
  'xPosition',
  'yPosition',
];
const MESSAGE = 'Users read this: mark it with $localize and an id, so that it can be translated.';

/** Literals that begin like a sentence or a label, unlike keys, ids, and class names. */
const UNMARKED_TEXTS = [
  {
    selector:
      'Literal[value=/^(?!Sellary |Bearer )[A-Z][^A-Z]* /]:not(NewExpression[callee.name="Error"] *, CallExpression[callee.object.name="console"] *)',
    message: MESSAGE,
  },
  {
    selector:
      ':not(TaggedTemplateExpression) > TemplateLiteral > TemplateElement[value.raw=/^(?!Sellary |Bearer )[A-Z][^A-Z]* /]:not(NewExpression[callee.name="Error"] *, CallExpression[callee.object.name="console"] *)',
    message: MESSAGE,
  },
];

/**
 * @param {string[]} specs files without user-facing texts
 * @param {readonly object[]} others more syntax to reject in the console, because this rule entry replaces an
 * earlier one
 */
export const translatedTexts = (specs, others) => [
  {
    name: 'sellary/console-texts-in-templates',
    files: [`${CONSOLE}/*.html`],
    ignores: ['**/*.spec.ts/*.html'],
    rules: {
      // The extractor itself rejects different texts with the same id. Copies of one text may share an id.
      '@angular-eslint/template/i18n': [
        'error',
        {
          boundTextAllowedPattern: '^$',
          checkDuplicateId: false,
          ignoreAttributes: NOT_TEXT,
          ignoreTags: ['code', 'path', 'svg'],
        },
      ],
      'no-restricted-syntax': [
        'error',
        ...DIALOG_RESULTS,
        {
          selector: 'LiteralPrimitive[value=/^[A-Z][a-z]|[a-z] /]:not(BoundAttribute[name="class"] *)',
          message: MESSAGE,
        },
      ],
    },
  },
  {
    name: 'sellary/console-texts-in-code',
    files: [`${CONSOLE}/*.ts`],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', ...others, ...UNMARKED_TEXTS] },
  },
];
