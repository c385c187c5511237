import { Inject, Injectable } from '@nestjs/common';
import { META_CONFIG, type MetaConfig } from './meta.config';

/** The secrets that Meta may sign with: the Facebook app's, and Instagram's own if it has one. */
@Injectable()
export class AppSecrets {
  readonly all: string[];

  constructor(@Inject(META_CONFIG) meta: MetaConfig) {
    const known = [meta.appSecret, meta.instagram.appSecret].filter((secret) => secret !== null);
    this.all = [...new Set(known)];
  }
}
