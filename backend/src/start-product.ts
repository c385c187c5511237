import type { ExtraParts } from './app.module';
import { CONFIG_SECTIONS } from './config-sections';
import { createApp, listen } from './create-app';
import { localSecrets, readConfig } from './kernel';

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
  return { url: await listen(app, config), close: () => app.close() };
}
