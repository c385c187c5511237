import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SourceInput } from '@sellary/contracts';
import { ApiError, idOr404 } from '../../kernel';
import { BroadcastLinks } from '../../shows';
import { AdapterRegistry } from '../adapter-registry';
import { Connections } from './connections';

/** Reads the id of a broadcast out of a pasted address and, where the account is connected, asks which broadcast the video is of. */
@Injectable()
export class SourceLinks implements OnModuleInit {
  constructor(
    private readonly links: BroadcastLinks,
    private readonly adapters: AdapterRegistry,
    private readonly connections: Connections,
  ) {}

  onModuleInit(): void {
    this.links.bind((workspaceId, source) => this.read(workspaceId, source));
  }

  private async read(workspaceId: string, source: SourceInput): Promise<SourceInput> {
    const adapter = this.adapters.get(source.platform);
    const found = adapter.discover.idIn(source.liveUrl ?? '');
    if (source.connectionId === undefined) return { ...source, liveId: found };
    const connectionId = idOr404(source.connectionId, 'connection');
    // Both ids lead to the comments; one name for one broadcast keeps two shows from listening to it without knowing of each other.
    const liveId = await this.connections
      .using(workspaceId, connectionId, (connection) => adapter.discover.liveIdOf(connection, found))
      .catch((error: unknown) => {
        if (error instanceof ApiError && error.code !== 'NOT_FOUND') return found;
        throw error;
      });
    return { ...source, liveId };
  }
}
