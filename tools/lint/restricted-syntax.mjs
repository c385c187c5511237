// Syntax rejected by the `no-restricted-syntax` rule, grouped by reason.

/**
 * A focused test disables all others, and a skipped one gives false confidence. A test that cannot run on some
 * systems uses `canRun ? test : test.skip`.
 */
export const NO_SILENCED_TESTS = [
  {
    selector:
      'CallExpression > MemberExpression.callee[object.name=/^(describe|it|test|suite)$/][property.name=/^(only|skip|todo|fixme)$/]',
    message: 'Every test runs: no .only, .skip, .todo or .fixme.',
  },
  {
    selector: 'CallExpression > Identifier.callee[name=/^(fit|xit|fdescribe|xdescribe|xtest)$/]',
    message: 'Every test runs: no focused or disabled tests.',
  },
];

/** A seventh parameter is nearly always a second responsibility. */
export const SMALL_CONSTRUCTORS = [
  {
    selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>6]",
    message: 'A class with more than six constructor parameters is usually two classes.',
  },
];

/** Spreading a literal only puts several fields on one line, and makes the reader look for a reason. */
export const PLAIN_FIELDS = [
  {
    selector: 'ObjectExpression > SpreadElement > ObjectExpression',
    message: 'Write the fields without spreading an object literal.',
  },
];

/** Without a value, the dialog closes with an empty string, and its opener would treat that as a result. */
export const DIALOG_RESULTS = [
  {
    selector: "TextAttribute[name='mat-dialog-close']",
    message: 'Write [mat-dialog-close]="undefined", or the result.',
  },
];

/** A transaction begun elsewhere is not retried after a deadlock and may lack a ROLLBACK. */
export const TRANSACTIONS_BEGIN_IN_KERNEL = [
  {
    selector: 'CallExpression[callee.property.name=/^(createQueryRunner|startTransaction|transaction)$/]',
    message: "Begin every transaction with the kernel's Transactions.",
  },
];

/** An error in work that no caller waits for would crash the process. */
export const REPORTED_BACKGROUND_WORK = [
  {
    selector: "ExpressionStatement > UnaryExpression[operator='void']",
    message: "Run work that no caller waits for with the kernel's inBackground(), which reports failures.",
  },
  {
    selector: 'CallExpression[callee.name=/^(setTimeout|setInterval)$/]',
    message: "Use the kernel's runAfter() and runEvery(), which report failures.",
  },
];
