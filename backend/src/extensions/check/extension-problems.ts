/** Extensions that cannot be loaded, all problems at once. */
export class ExtensionProblems extends Error {
  /** Another attempt to start would find the same. */
  readonly isFinal = true;

  constructor(readonly problems: readonly string[]) {
    super(`The extensions cannot be loaded:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}
