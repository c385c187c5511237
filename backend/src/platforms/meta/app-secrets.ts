import { Inject, Injectable } from '@nestjs/common';
import { META_CONFIG, type MetaConfig } from './meta.config';

/** The app secrets that Meta may sign with: the Facebook app's and the Instagram app's, if they are set. */
@Injectable()
export class AppSecrets {
  readonly all: string[];

  constructor(@Inject(META_CONFIG) meta: MetaConfig) {
    const secrets = [meta.appSecret, meta.instagram.appSecret].filter((secret) => secret !== null);
    this.all = [...new Set(secrets)];
  }
}
