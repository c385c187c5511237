import { Inject, Injectable } from '@nestjs/common';
import type { ExtensionWorkspace } from '@sellary/extension-kit';
import { DataSource } from 'typeorm';
import type { Principal } from '../../auth';
import { ApiError, poolReader, type Reader } from '../../kernel';
import { LOADED_EXTENSIONS, type LoadedExtension, type LoadedExtensions } from '../loaded-extension';

/** Finds loaded extensions, and checks whether they are on in a workspace. */
@Injectable()
export class ExtensionSwitches {
  constructor(
    @Inject(LOADED_EXTENSIONS) private readonly extensions: LoadedExtensions,
    private readonly dataSource: DataSource,
  ) {}

  /** @throws ApiError NOT_FOUND */
  get(name: string): LoadedExtension {
    const extension = this.extensions.get(name);
    if (extension === undefined) throw ApiError.notFound('extension');
    return extension;
  }

  /**
   * True if the extension is loaded and on in the workspace.
   * @param reader the caller's transaction, if there is one, because callers that each wait for a second
   * connection could block each other
   */
  async isOn(
    name: string,
    workspaceId: string,
    reader: Reader = poolReader(this.dataSource),
  ): Promise<boolean> {
    const extension = this.extensions.get(name);
    if (extension === undefined) return false;
    const [row] = await reader.query<{ enabled: boolean | null }>(
      `SELECT x.enabled FROM workspaces w LEFT JOIN extension_switches x ON x.workspace_id = w.id AND x.extension = $2
       WHERE w.id = $1`,
      [workspaceId, name],
    );
    return row !== undefined && (row.enabled ?? extension.isOnByDefault);
  }

  /** @throws ApiError EXTENSION_OFF, even if the workspace does not exist */
  async assertOn(name: string, workspaceId: string): Promise<void> {
    if (!(await this.isOn(name, workspaceId))) throw extensionOff(name);
  }

  /**
   * Reads the caller's workspace, and checks that the extension is on in it.
   * @throws ApiError EXTENSION_OFF, NOT_FOUND
   */
  async checkedWorkspace(name: string, caller: Principal): Promise<ExtensionWorkspace> {
    const [row] = await this.dataSource.query<{ name: string; enabled: boolean | null }[]>(
      `SELECT w.name, x.enabled FROM workspaces w LEFT JOIN extension_switches x ON x.workspace_id = w.id AND x.extension = $2
       WHERE w.id = $1`,
      [caller.workspaceId, name],
    );
    if (row === undefined) throw ApiError.notFound('workspace');
    if (!(row.enabled ?? this.get(name).isOnByDefault)) throw extensionOff(name);
    const { workspaceId: id, role, userId, name: userName } = caller;
    return { id, name: row.name, role, user: { id: userId, name: userName } };
  }
}

const extensionOff = (name: string): ApiError =>
  new ApiError(
    'EXTENSION_OFF',
    `The extension "${name}" is off in this workspace. An admin can turn it on in Settings, Extensions.`,
  );
