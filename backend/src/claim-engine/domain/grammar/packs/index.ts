import type { LanguagePack } from '../language-pack';
import { ar } from './ar';
import { da } from './da';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fa } from './fa';
import { fr } from './fr';
import { hi } from './hi';
import { id } from './id';
import { it } from './it';
import { ja } from './ja';
import { ko } from './ko';
import { nl } from './nl';
import { pl } from './pl';
import { pt } from './pt';
import { ru } from './ru';
import { sv } from './sv';
import { th } from './th';
import { tl } from './tl';
import { tr } from './tr';
import { vi } from './vi';
import { zh } from './zh';

/**
 * Language packs. English is first because its negations apply in every show. Maximum of thirty packs, one
 * bit each.
 */
export const PACKS: readonly LanguagePack[] = [
  en,
  es,
  fr,
  pt,
  de,
  it,
  nl,
  da,
  tl,
  id,
  vi,
  th,
  zh,
  ja,
  ko,
  ar,
  fa,
  hi,
  ru,
  tr,
  pl,
  sv,
];
