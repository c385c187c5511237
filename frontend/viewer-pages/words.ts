import type { Language } from '@sellary/contracts';

/** Words of the pages for viewers, in the languages of the console. */
interface Words {
  now: string;
  left: (units: number) => string;
  soldOut: string;
  inLine: (buyers: number) => string;
  notStarted: string;
  paused: string;
  ended: string;
  nothingNow: string;
  linkEnded: string;
  reconnecting: string;
  items: string;
}

const WORDS: Record<Language, Words> = {
  en: {
    now: 'Now',
    left: (units) => `${units} left`,
    soldOut: 'Sold out',
    inLine: (buyers) => `${buyers} in line`,
    notStarted: 'The show has not started.',
    paused: 'The show is paused.',
    ended: 'The show has ended.',
    nothingNow: 'The next item is coming soon.',
    linkEnded: 'This link no longer works. Ask the seller for a new one.',
    reconnecting: 'No connection. Trying again…',
    items: 'Items',
  },
  es: {
    now: 'Ahora',
    left: (units) => (units === 1 ? 'queda 1' : `quedan ${units}`),
    soldOut: 'Agotado',
    inLine: (buyers) => `${buyers} en espera`,
    notStarted: 'El show no ha empezado.',
    paused: 'El show está en pausa.',
    ended: 'El show ha terminado.',
    nothingNow: 'Pronto viene el siguiente artículo.',
    linkEnded: 'Este enlace ya no funciona. Pida uno nuevo al vendedor.',
    reconnecting: 'Sin conexión. Intentando de nuevo…',
    items: 'Artículos',
  },
  th: {
    now: 'ตอนนี้',
    left: (units) => `เหลือ ${units}`,
    soldOut: 'หมดแล้ว',
    inLine: (buyers) => `รอคิว ${buyers}`,
    notStarted: 'ไลฟ์ยังไม่เริ่ม',
    paused: 'ไลฟ์หยุดชั่วคราว',
    ended: 'ไลฟ์จบแล้ว',
    nothingNow: 'สินค้าชิ้นถัดไปกำลังจะมา',
    linkEnded: 'ลิงก์นี้ใช้ไม่ได้แล้ว กรุณาขอลิงก์ใหม่จากผู้ขาย',
    reconnecting: 'ไม่มีการเชื่อมต่อ กำลังลองใหม่ …',
    items: 'สินค้า',
  },
};

/**
 * Language of a page: `?lang=` of its address, otherwise the first language of the browser that is available.
 */
export function languageOf(search: string, preferred: readonly string[]): Language {
  const codes = [new URLSearchParams(search).get('lang') ?? '', ...preferred];
  return codes.map((code) => code.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

const isLanguage = (text: string): text is Language => Object.hasOwn(WORDS, text);

export const wordsIn = (language: Language): Words => WORDS[language];
