export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs a benchmark. If it fails, prints the error and sets the exit code. */
export function run(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  });
}
