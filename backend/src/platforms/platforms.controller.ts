import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PlatformInfo, PlatformList } from '@sellary/contracts';
import type { PlatformAdapter } from '@sellary/extension-kit';
import { AdapterRegistry } from './adapter/adapter-registry';

@ApiTags('Connections')
@Controller('api/platforms')
export class PlatformsController {
  constructor(private readonly adapters: AdapterRegistry) {}

  /** Lists the platforms that this server can read comments from. */
  @Get()
  list(): PlatformList {
    return { platforms: this.adapters.all.map(toPlatform) };
  }
}

function toPlatform(adapter: PlatformAdapter): PlatformInfo {
  const { id, label, icon = null, connect, discover, comments, webhook } = adapter;
  return {
    id,
    label,
    icon,
    capabilities: {
      logins: connect === undefined ? [] : [...connect.methods],
      discover: discover !== undefined,
      comments: comments.kind,
      webhooks: webhook !== undefined,
    },
    readiness: adapter.readiness?.() ?? 'ready',
  };
}
