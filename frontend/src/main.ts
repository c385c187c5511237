import { chosenLanguage } from './app/i18n/language';
import { loadLanguage } from './app/i18n/load-language';

async function main(): Promise<void> {
  const language = await loadLanguage(chosenLanguage());
  document.documentElement.lang = language;
  const { bootstrap } = await import('./app/bootstrap');
  await bootstrap(language);
}

main().catch((failure: unknown) => console.error(failure));
