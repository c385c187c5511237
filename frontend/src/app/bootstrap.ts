import { LOCALE_ID, mergeApplicationConfig } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { loadErrorTexts } from './api/error-texts';
import { App } from './app';
import { appConfig } from './app.config';

/**
 * Starts the app. Import this file only after the translations are loaded, because the imports above store
 * texts in constants.
 */
export async function bootstrap(locale: string): Promise<void> {
  await Promise.all([
    bootstrapApplication(
      App,
      mergeApplicationConfig(appConfig, { providers: [{ provide: LOCALE_ID, useValue: locale }] }),
    ),
    loadErrorTexts(),
  ]);
}
