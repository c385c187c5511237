// The rules that keep every text of the console translatable.
/** Folders of the console whose texts are all translatable. */
const TRANSLATED = [
  'api',
  'audit',
  'auth',
  'blocks',
  'connections',
  'console',
  'dashboard',
  'erasure',
  'extensions',
  'i18n',
  'settings',
  'shell',
  'shows',
  'summary',
  'team',
  'ui',
].map((folder) => `frontend/src/app/${folder}`);

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
  'enctype',
  'enterkeyhint',
  'icon',
  'inputmode',
  'kind',
  'matButton',
  'queryParamsHandling',
  'rel',
  'scope',
  'stroke-linecap',
  'subscriptSizing',
  'tone',
  'translate',
  'xPosition',
  'yPosition',
];
const UNMARKED = 'People read this: mark it with $localize and an id, so that it can be translated.';

/** The words of a sentence or a button, as opposed to keys, ids and class names. */
const MARKED_TEXTS = [
  {
    selector:
      'Literal[value=/^(?!Sellary |Bearer )[A-Z][^A-Z]* /]:not(NewExpression[callee.name="Error"] *, CallExpression[callee.object.name="console"] *)',
    message: UNMARKED,
  },
  {
    selector:
      ':not(TaggedTemplateExpression) > TemplateLiteral > TemplateElement[value.raw=/^(?!Sellary |Bearer )[A-Z][^A-Z]* /]:not(NewExpression[callee.name="Error"] *, CallExpression[callee.object.name="console"] *)',
    message: UNMARKED,
  },
];

/**
 * @param {string[]} specs files without texts for users
 * @param {readonly object[]} others syntax that the console's own rules refuse as well: a later entry of a
 * rule replaces an earlier one
 */
export const translatedTexts = (specs, others) => [
  {
    name: 'sellary/console-texts-in-templates',
    files: TRANSLATED.map((folder) => `${folder}/**/*.html`),
    ignores: ['**/*.spec.ts/*.html'],
    rules: {
      // The extractor itself refuses two texts with one id; one text at two places may share its id.
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
        {
          selector: 'LiteralPrimitive[value=/^[A-Z][a-z]|[a-z] /]:not(BoundAttribute[name="class"] *)',
          message: UNMARKED,
        },
      ],
    },
  },
  {
    name: 'sellary/console-texts-in-code',
    files: TRANSLATED.map((folder) => `${folder}/**/*.ts`),
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', ...others, ...MARKED_TEXTS] },
  },
];
