/** Thrown if a subject breaks its contract. Lists all problems, one sentence each. */
export class ConformanceError extends Error {
  constructor(
    subject: string,
    readonly problems: readonly string[],
  ) {
    super(`${subject} breaks its contract:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'ConformanceError';
  }
}
