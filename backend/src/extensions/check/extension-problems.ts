/** Error that lists every problem of the extensions that cannot be loaded. */
export class ExtensionProblems extends Error {
  /** Makes the process end instead of trying to start again, because it would find the same problems. */
  readonly isFinal = true;

  constructor(readonly problems: readonly string[]) {
    super(`The extensions cannot be loaded:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}
