import type { Language } from '@sellary/contracts';

/** Words on the viewer pages, in the console's languages. */
interface Words {
  now: string;
  unitsLeft: (units: number) => string;
  soldOut: string;
  buyersInLine: (buyers: number) => string;
  notStarted: string;
  paused: string;
  ended: string;
  noItemNow: string;
  linkEnded: string;
  reconnecting: string;
  items: string;
}

const WORDS: Record<Language, Words> = {
  en: {
    now: 'Now',
    unitsLeft: (units) => `${units} left`,
    soldOut: 'Sold out',
    buyersInLine: (buyers) => `${buyers} in line`,
    notStarted: 'The show has not started.',
    paused: 'The show is paused.',
    ended: 'The show has ended.',
    noItemNow: 'The next item is coming soon.',
    linkEnded: 'This link no longer works. Ask the seller for a new one.',
    reconnecting: 'No connection. Trying again…',
    items: 'Items',
  },
  es: {
    now: 'Ahora',
    unitsLeft: (units) => (units === 1 ? 'queda 1' : `quedan ${units}`),
    soldOut: 'Agotado',
    buyersInLine: (buyers) => `${buyers} en espera`,
    notStarted: 'El show no ha empezado.',
    paused: 'El show está en pausa.',
    ended: 'El show ha terminado.',
    noItemNow: 'Pronto viene el siguiente artículo.',
    linkEnded: 'Este enlace ya no funciona. Pida uno nuevo al vendedor.',
    reconnecting: 'Sin conexión. Intentando de nuevo…',
    items: 'Artículos',
  },
  th: {
    now: 'ตอนนี้',
    unitsLeft: (units) => `เหลือ ${units}`,
    soldOut: 'หมดแล้ว',
    buyersInLine: (buyers) => `รอคิว ${buyers}`,
    notStarted: 'ไลฟ์ยังไม่เริ่ม',
    paused: 'ไลฟ์หยุดชั่วคราว',
    ended: 'ไลฟ์จบแล้ว',
    noItemNow: 'สินค้าชิ้นถัดไปกำลังจะมา',
    linkEnded: 'ลิงก์นี้ใช้ไม่ได้แล้ว กรุณาขอลิงก์ใหม่จากผู้ขาย',
    reconnecting: 'ไม่มีการเชื่อมต่อ กำลังลองใหม่ …',
    items: 'สินค้า',
  },
};

/** Language of a page: the first available one of `?lang=` and the browser's languages, otherwise English. */
export function languageOf(search: string, browserLanguages: readonly string[]): Language {
  const codes = [new URLSearchParams(search).get('lang') ?? '', ...browserLanguages];
  return codes.map((code) => code.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

const isLanguage = (text: string): text is Language => Object.hasOwn(WORDS, text);

export const wordsIn = (language: Language): Words => WORDS[language];
