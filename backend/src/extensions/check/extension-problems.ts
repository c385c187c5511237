/** Extensions that cannot be loaded, all problems at once. */
export class ExtensionProblems extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The extensions cannot be loaded:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}
