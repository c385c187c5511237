const NO_CLOCK = 'Domain code has no clock: take the time as an argument.';
const NEVER_WAITS = 'Domain code never waits: it is given everything it needs.';

/**
 * Lint rules for the pure domain. A decision must be the same when a ledger is replayed next year, so
 * everything that it depends on must be an argument. Imports are checked by .dependency-cruiser.mjs.
 */
export const PURITY_SYNTAX = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: NO_CLOCK },
  { selector: "CallExpression[callee.name='Date']", message: NO_CLOCK },
  { selector: 'AwaitExpression', message: NEVER_WAITS },
  { selector: ':function[async=true]', message: NEVER_WAITS },
  { selector: 'ForOfStatement[await=true]', message: NEVER_WAITS },
  { selector: 'ImportExpression', message: 'Domain code does not load modules while it decides.' },
  { selector: 'Decorator', message: 'Domain code does not depend on a framework.' },
];
export const PURITY_PROPERTIES = [
  { object: 'Date', property: 'now', message: NO_CLOCK },
  {
    object: 'Math',
    property: 'random',
    message: 'Domain code has no randomness: take ids and choices as arguments.',
  },
];
export const PURITY_GLOBALS = [
  'process',
  'fetch',
  'crypto',
  'performance',
  'console',
  'require',
  'Buffer',
  'Promise',
  'globalThis',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
].map((name) => ({
  name,
  message:
    'Domain code must not use processes, clocks, networks, or queues. Pass what it needs as arguments.',
}));
