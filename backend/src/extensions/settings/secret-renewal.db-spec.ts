import { Controller, Get, Module } from '@nestjs/common';
import {
  CurrentWorkspace,
  defineExtension,
  ExtensionSettings,
  type ExtensionWorkspace,
  Setting,
} from '@sellary/extension-kit';
import { IsOptional, IsString } from 'class-validator';
import { newCaller, type TestApp } from '../../../test';
import { useDatabasePerTest } from '../../../test/database-per-test';

class KeySettings {
  @IsOptional()
  @IsString()
  @Setting({ secret: true })
  apiKey?: string;
}

@Controller('api/x/keys')
class KeysController {
  constructor(private readonly settings: ExtensionSettings) {}

  @Get()
  read(@CurrentWorkspace() { id }: ExtensionWorkspace): Promise<KeySettings> {
    return this.settings.read(KeySettings, id);
  }
}

@Module({ controllers: [KeysController] })
class KeysModule {}

const extension = defineExtension({
  name: 'keys',
  version: '1.0.0',
  api: '^1.0.0',
  module: KeysModule,
  settings: KeySettings,
});

describe('Extension secrets', () => {
  const { start, stop } = useDatabasePerTest();

  it('If a new key precedes the old key, the next start re-encrypts the secrets with the new key.', async () => {
    const [oldKey, newKey] = ['o'.repeat(32), 'n'.repeat(32)];
    const startWith = (TOKEN_ENCRYPTION_KEY: string): Promise<TestApp> =>
      start({ extensions: [extension], env: { TOKEN_ENCRYPTION_KEY } });
    let app = await startWith(oldKey);
    const caller = await newCaller(app.url, () => app.url);
    await caller.call('PUT', '/api/extensions/keys', { settings: { apiKey: 'correct horse' } });
    await stop(app);
    await stop(await startWith(`${newKey},${oldKey}`));
    app = await startWith(newKey);
    expect((await caller.call<KeySettings>('GET', '/api/x/keys')).body.apiKey).toBe('correct horse');
  });
});
