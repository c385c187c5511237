import type { Currency } from '@sellary/contracts';
import type { ColumnRole } from './sheet-columns';
import { parseMoney } from './parse-money';

type NamedRole = Exclude<ColumnRole, 'ignore'>;

/** Header words of sellers' sheets, in the languages of the console and of common exports. */
const HEADERS: Readonly<Record<NamedRole, RegExp>> = {
  number:
    /^(#|no\.?|nr\.?|number|item( number| no\.?)?|code|sku|n\.?º|n°|núm(ero|\.)?|numero|artículo|código|réf(\.|érence)?|art(ikel)?\.?-?\s?(nr|nummer)\.?|nummer|kod|kode( barang)?|mã( số)?|品番|编号|번호|รหัส(สินค้า)?|หมายเลข|เลขที่|item[- ]?(#|id|code)|lot( number)?|lote|clave|ref\.?|cód\.?|cod\.?|artikel-?\s?(nr|nummer)\.?|bestell-?nr\.?|cikkszám|kód|編號|編号|商品編號|商品编号|貨號|货号|款號|款号|序號|序号|管理番号|상품번호|ลำดับ(ที่)?|รหัส\s?สินค้า|артикул|код)$/iu,
  title:
    /^(title|name|item name|product( name)?|description|título|nombre|descripción|producto|produto|descrição|désignation|produit|nom|bezeichnung|artikel|artikelname|titel|titolo|prodotto|descrizione|nazwa|nama( barang)?|tên( hàng)?|商品名|名称|상품명|ชื่อ(สินค้า)?|สินค้า|รายละเอียด|article|article name|item description|artículo|nombre del producto|nome|nome do produto|warenbezeichnung|artikelbezeichnung|megnevezés|název|品名|品項|商品|商品名稱|商品名称|名稱|品名規格|제품명|наименование|название|товар)$/iu,
  units:
    /^(units?|qty\.?|quantity|stock|pieces|pcs\.?|unidades|cantidad|cant\.?|piezas|menge|anzahl|stk\.?|stück|bestand|quantité|qté|quantidade|qtd\.?|quantità|q\.?tà|ilość|jumlah|stok|số lượng|数量|수량|จำนวน|สต็อก|in stock|on hand|available|existencias?|disponibles?|stock disponible|estoque|quant\.?|lager(bestand)?|verfügbar|darab|db|mennyiség|množství|kusy?|數量|库存|庫存|件數|件数|在庫(数)?|재고|คงเหลือ|สต๊อก|ยอดคงเหลือ|количество|кол-во|остаток)$/iu,
  price:
    /^(price|unit price|sales? price|selling price|retail( price)?|precio( de venta)?|p\.?v\.?p\.?|preis|vk|vk-?preis|verkaufspreis|einzelpreis|prix( ttc| de vente)?|preço( de venda)?|valor|prezzo|cena|harga( jual)?|giá( bán)?|fiyat|pris|цена|価格|价格|가격|ราคา(ขาย)?|precio( unitario| público| venta)?|preço( unitário| final)?|vk[- ](preis|brutto)|preis brutto|bruttopreis|brutto-vk|stückpreis|prix unitaire|prezzo (di vendita|unitario)|ár|eladási ár|cena( sprzedaży| brutto)?|售價|售价|價格|价格|單價|单价|定價|定价|價錢|販売価格|単価|판매가|ราคา(ต่อชิ้น|\/ชิ้น|\s?ขาย)?|đơn giá|цена( продажи)?)$/iu,
  compare:
    /^(compare[ -]at( price)?|r\.?r\.?p\.?|m\.?s\.?r\.?p\.?|uvp|old price|regular price|original price|list price|precio anterior|precio normal|statt|streichpreis|alter preis|prix barré|prix public|preço antigo|prezzo pieno|harga normal|giá gốc|ราคาเต็ม|ราคาปกติ|precio (de lista|regular)|preço (de|original)|原價|原价|市場價|市场价|定価)$/iu,
  currency:
    /^(currency|cur\.?|ccy|währung|waehrung|whg\.?|moneda|divisa|moeda|devise|monnaie|valuta|waluta|para birimi|mata uang|tiền tệ|валюта|pénznem|měna|币种|幣別|幣種|货币|貨幣|通貨|통화|สกุลเงิน)$/iu,
  code: /^(bar-?\s?code( \(.*\))?|ean(-?13|-?8)?|upc(-a)?|gtin|isbn|sku\s?\/\s?barcode|código de barras|codigo de barras|strichcode|code[- ]barres|codice a barre|kod kreskowy|mã vạch|条码|バーコード|바코드|บาร์โค้ด)$/iu,
};
const ROLES = ['number', 'title', 'units', 'price', 'compare', 'currency', 'code'] as const;

/** "Price (EUR)" or "Preis in €": the words, and the currency after them. */
const WITH_CURRENCY =
  /^(.*?\S)\s*(?:[([/]\s*|\s(?:in|en|em|à|w)\s+|\s)([A-Z]{3}|\p{L}{0,2}\p{Sc}|\p{L}{1,4}\.?)\s*[)\]]?$/u;

/**
 * The role that a header specifies. A price column is recognized only if the show has a currency and the
 * header does not specify a different currency.
 */
export function headerRole(header: string, currency: Currency | null): ColumnRole {
  const cell = normalizeHeader(header);
  const knownRole = ROLES.find((role) => HEADERS[role].test(cell));
  if (knownRole !== undefined) return currency === null && needsCurrency(knownRole) ? 'ignore' : knownRole;
  const money = moneyHeader(cell);
  return money !== null && currency !== null && isCurrencySymbol(money.mark, currency)
    ? money.role
    : 'ignore';
}

/** Price headers that specify a currency other than the show's. */
export const otherCurrencyHeaders = (headers: readonly string[], currency: Currency | null): string[] =>
  currency === null
    ? []
    : headers.filter((header) => {
        const money = moneyHeader(normalizeHeader(header));
        return money !== null && !isCurrencySymbol(money.mark, currency);
      });

const isCurrencySymbol = (mark: string, currency: Currency): boolean =>
  parseMoney(`1 ${mark}`, currency).kind === 'price';

/** A header's words without the characters that sellers add: `unit_price_eur`, `Price *:`. */
const normalizeHeader = (header: string): string =>
  header
    .normalize('NFC')
    .replace(/[\s_]+/g, ' ')
    .replace(/[\s:*]+$/, '')
    .trim();

/** The role and the currency of a header such as "Price (EUR)". */
function moneyHeader(cell: string): { role: 'price' | 'compare'; mark: string } | null {
  const [, words = '', mark = ''] = WITH_CURRENCY.exec(cell) ?? [];
  const role = (['price', 'compare'] as const).find((candidate) => HEADERS[candidate].test(words));
  return role === undefined || HEADERS[role].test(cell) ? null : { role, mark: mark.toUpperCase() };
}

export const isMoneyRole = (role: ColumnRole): role is 'price' | 'compare' =>
  role === 'price' || role === 'compare';

/** True for roles that only a show with a currency uses. */
export const needsCurrency = (role: ColumnRole): boolean => isMoneyRole(role) || role === 'currency';
