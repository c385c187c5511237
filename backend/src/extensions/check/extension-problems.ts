/** Error that lists every problem of the extensions that cannot be loaded. */
export class ExtensionProblems extends Error {
  /** The process does not try again to start, because it would find the same problems. */
  readonly isFinal = true;

  constructor(readonly problems: readonly string[]) {
    super(`The extensions cannot be loaded:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}
