import { Controller, Get, Module } from '@nestjs/common';
import {
  CurrentWorkspace,
  defineExtension,
  ExtensionSettings,
  type ExtensionWorkspace,
  Setting,
} from '@sellary/extension-kit';
import { IsOptional, IsString } from 'class-validator';
import { call, createDatabase, dropDatabase, newCaller, startTestApp, type TestApp } from '../../../test';

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
  it('If a new key precedes the old key, the next start re-encrypts the secrets with the new key.', async () => {
    const databaseUrl = await createDatabase();
    const [oldKey, newKey] = ['o'.repeat(32), 'n'.repeat(32)];
    const start = (TOKEN_ENCRYPTION_KEY: string): Promise<TestApp> =>
      startTestApp({ databaseUrl, extensions: [extension], env: { TOKEN_ENCRYPTION_KEY } });
    const first = await start(oldKey);
    const caller = await newCaller(first.url);
    await caller.call('PUT', '/api/extensions/keys', { settings: { apiKey: 'correct horse' } });
    await first.close();
    await (await start(`${newKey},${oldKey}`)).close();
    const last = await start(newKey);
    const { body } = await call<KeySettings>(last.url, caller.session.accessToken, 'GET', '/api/x/keys');
    expect(body.apiKey).toBe('correct horse');
    await last.close();
    await dropDatabase(databaseUrl);
  });
});
