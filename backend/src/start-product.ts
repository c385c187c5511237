import type { AddressInfo } from 'node:net';
import type { ExtraParts } from './app.module';
import { CONFIG_SECTIONS } from './config-sections';
import { createApp } from './create-app';
import { localSecrets, localUrl, readConfig } from './kernel';

/**
 * Starts the product inside another program, such as an extension's test. `env` is its whole configuration.
 * @throws ConfigError, ExtensionProblems, and any port or database error
 */
export async function startProduct(
  env: NodeJS.ProcessEnv,
  parts: ExtraParts,
): Promise<{ url: string; close(): Promise<void> }> {
  const config = readConfig(env, localSecrets, CONFIG_SECTIONS);
  const app = await createApp(config, parts);
  await app.listen(config.port, config.host);
  return { url: localUrl(app.getHttpServer().address() as AddressInfo), close: () => app.close() };
}
