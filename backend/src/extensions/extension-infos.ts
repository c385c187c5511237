import { Inject, Injectable } from '@nestjs/common';
import type { ExtensionActionInfo, ExtensionInfo, JobCounts } from '@sellary/contracts';
import type { AnyExtensionAction } from '@sellary/extension-kit';
import { DataSource } from 'typeorm';
import { hasRole, type Principal } from '../auth';
import { ApiError, poolReader } from '../kernel';
import { DEFAULT_ACTION_ROLE } from './actions/extension-actions';
import { followerIdsOf } from './followers/follower';
import { readJobCounts } from './health/job-counts';
import { readFollowerHealth } from './health/follower-health-rows';
import { LOADED_EXTENSIONS, type LoadedExtension, type LoadedExtensions } from './loaded-extension';
import { SavedSettings } from './settings/saved-settings';
import { INITIAL_ROW, readSwitches } from './switches/switch-rows';

/** Describes each loaded extension in a workspace: its switch, settings, actions, and health. */
@Injectable()
export class ExtensionInfos {
  constructor(
    @Inject(LOADED_EXTENSIONS) private readonly extensions: LoadedExtensions,
    private readonly settings: SavedSettings,
    private readonly dataSource: DataSource,
  ) {}

  async list(caller: Principal): Promise<ExtensionInfo[]> {
    return this.read(caller, [...this.extensions.values()]);
  }

  /** @throws ApiError NOT_FOUND */
  async get(caller: Principal, name: string): Promise<ExtensionInfo> {
    const extension = this.extensions.get(name);
    const [info] = extension === undefined ? [] : await this.read(caller, [extension]);
    if (info === undefined) throw ApiError.notFound('extension');
    return info;
  }

  private async read(caller: Principal, extensions: LoadedExtension[]): Promise<ExtensionInfo[]> {
    if (extensions.length === 0) return [];
    const reader = poolReader(this.dataSource);
    const switches = await readSwitches(reader, caller.workspaceId);
    const isOn = ({ name, isOnByDefault }: LoadedExtension): boolean =>
      switches.get(name)?.enabled ?? isOnByDefault;
    const followers = extensions.flatMap((extension) =>
      followerIdsOf(extension.definition).map((id) => ({ id, isOn: isOn(extension) })),
    );
    const health = await readFollowerHealth(reader, caller.workspaceId, followers);
    const jobs = await readJobCounts(reader, caller.workspaceId);
    return extensions.map((extension) => {
      const { name, definition } = extension;
      const row = switches.get(name) ?? INITIAL_ROW;
      return {
        name,
        version: definition.version,
        enabled: isOn(extension),
        settings: hasRole(caller.role, 'admin') ? this.settings.info(extension, row) : null,
        actions: (definition.actions ?? []).map(toActionInfo),
        followers: followerIdsOf(definition).flatMap((id) => health.get(id) ?? []),
        jobs: (definition.jobHandlers ?? []).length === 0 ? null : (jobs.get(name) ?? NO_JOBS),
      };
    });
  }
}

const NO_JOBS: JobCounts = { waiting: 0, retrying: 0, failed: 0 };

const toActionInfo = ({ id, on, label, confirm, role }: AnyExtensionAction): ExtensionActionInfo => ({
  id,
  on,
  label,
  confirm: confirm ?? null,
  role: role ?? DEFAULT_ACTION_ROLE,
});
