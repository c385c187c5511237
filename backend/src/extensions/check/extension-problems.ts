/** Lists what checks found. The result of a check without a problem is false or an empty list. */
export const foundProblems = (...results: (string | false | readonly string[])[]): string[] =>
  results.flatMap((found) => (found === false ? [] : found));

/** Error that lists every problem that keeps extensions from being loaded. */
export class ExtensionProblems extends Error {
  /** Makes the process end instead of retrying the start, which would find the same problems. */
  readonly isFinal = true;

  constructor(readonly problems: readonly string[]) {
    super(`The extensions cannot be loaded:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}
