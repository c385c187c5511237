import { Injectable } from '@nestjs/common';
import { type HandlesJobs, jobHandlerOf } from '@sellary/extension-kit';

const DEFAULT_TIMEOUT_SECONDS = 20;

/** A handler declared by an extension. */
export interface JobHandlerEntry {
  readonly extension: string;
  readonly name: string;
  readonly timeoutMs: number;
  readonly handler: HandlesJobs;
}

/** The job handlers of all extensions. */
@Injectable()
export class JobHandlers {
  private readonly entries = new Map<object, JobHandlerEntry>();

  /** Called for each handler before the application starts. */
  add(extension: string, type: object, handler: HandlesJobs): void {
    const options = jobHandlerOf(type);
    if (options === null) throw new Error(`${extension} has a job handler without @JobHandler.`);
    const { name, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = options;
    this.entries.set(type, { extension, name, timeoutMs: timeoutSeconds * 1_000, handler });
  }

  /** @throws Error if the class is not listed in `jobHandlers` of a loaded extension */
  entryOf(type: { name: string }): JobHandlerEntry {
    const entry = this.entries.get(type);
    if (entry === undefined) {
      throw new Error(`${type.name} is not in \`jobHandlers\` of any loaded extension. Add it there.`);
    }
    return entry;
  }

  find(extension: string, name: string): JobHandlerEntry | null {
    for (const entry of this.entries.values()) {
      if (entry.extension === extension && entry.name === name) return entry;
    }
    return null;
  }

  /** Names of the extensions that handle jobs. */
  extensions(): string[] {
    return [...new Set([...this.entries.values()].map(({ extension }) => extension))];
  }
}
