import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '../../kernel';

/** The secrets that Meta may sign with: the Facebook app's, and Instagram's own if it has one. */
@Injectable()
export class AppSecrets {
  readonly all: string[];

  constructor(@Inject(APP_CONFIG) config: AppConfig) {
    const known = [config.meta.appSecret, config.meta.instagram.appSecret].filter((secret) => secret !== null);
    this.all = [...new Set(known)];
  }
}
