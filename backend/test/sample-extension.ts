import {
  defineAction,
  defineExtension,
  type HandlesJobs,
  JobHandler,
  JobRejected,
  Setting,
} from '@sellary/extension-kit';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

class SampleSettings {
  @IsString()
  @MaxLength(40)
  @Setting({ label: 'Greeting', help: 'Shown when an operator greets a show.' })
  greeting = 'Hello';

  @IsOptional()
  @IsString()
  @MinLength(8)
  @Setting({ label: 'Key', secret: true })
  key?: string;
}

/** Rejects every job, so that it can be resent and discarded. */
@JobHandler({ name: 'sample' })
export class SampleJobs implements HandlesJobs {
  handle(): void {
    throw new JobRejected('This is a sample.');
  }
}

/** A small extension with settings, jobs, and an action open to all members, for tests of all routes. */
export const SAMPLE_EXTENSION = defineExtension({
  name: 'sample',
  version: '1.0.0',
  api: '^1.0.0',
  settings: SampleSettings,
  jobHandlers: [SampleJobs],
  actions: [
    defineAction({
      on: 'show',
      id: 'greet',
      label: 'Greet the show',
      role: 'viewer',
      run: ({ target }) => ({ message: `Hello ${target.name}` }),
    }),
  ],
});
