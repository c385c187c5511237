import { signal } from '@angular/core';
import { ApiError } from '../api/api-error';

/** Shows a failure. Returns a text for `problem`, or nothing if the failure is shown elsewhere. */
type ShowFailure = (error: ApiError) => string | null | void;

/** Runs tasks one at a time, such as requests to the server. While a task runs, no other is started. */
export class OneAtATime {
  private readonly running = signal(false);
  /** True while a task runs. The controls that start a task are then disabled. */
  readonly busy = this.running.asReadonly();
  /** The problem with the last task, unless it is shown elsewhere. */
  readonly problem = signal<string | null>(null);

  constructor(private readonly showFailure: ShowFailure = ({ message }) => message) {}

  /** @returns true if the task was started and succeeded */
  async run(task: () => Promise<unknown>, showFailure = this.showFailure): Promise<boolean> {
    if (this.busy()) return false;
    this.running.set(true);
    this.problem.set(null);
    try {
      await task();
      return true;
    } catch (failure) {
      this.problem.set(showFailure(ApiError.from(failure)) ?? null);
      return false;
    } finally {
      this.running.set(false);
    }
  }
}
