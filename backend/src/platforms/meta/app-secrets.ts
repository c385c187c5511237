import { Inject, Injectable } from '@nestjs/common';
import { META_CONFIG, type MetaConfig } from './meta.config';

/**
 * The secrets that Meta may sign with: that of the Facebook app and, if there is one, that of the Instagram
 * app.
 */
@Injectable()
export class AppSecrets {
  readonly all: string[];

  constructor(@Inject(META_CONFIG) meta: MetaConfig) {
    const known = [meta.appSecret, meta.instagram.appSecret].filter((secret) => secret !== null);
    this.all = [...new Set(known)];
  }
}
