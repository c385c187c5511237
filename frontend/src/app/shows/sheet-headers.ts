import type { Currency } from '@sellary/contracts';
import type { ColumnRole } from './sheet-columns';
import { parseMoney } from './parse-money';

type NamedRole = Exclude<ColumnRole, 'ignore'>;

/** Header words of sellers' sheets, in the languages of the console and of common exports. */
const HEADERS: Readonly<Record<NamedRole, RegExp>> = {
  number:
    /^(#|no\.?|nr\.?|number|item( number| no\.?)?|code|sku|n\.?º|n°|núm(ero|\.)?|numero|artículo|código|réf(\.|érence)?|art(ikel)?\.?-?\s?(nr|nummer)\.?|nummer|kod|kode( barang)?|mã( số)?|品番|编号|번호|รหัส(สินค้า)?|หมายเลข|เลขที่)$/iu,
  title:
    /^(title|name|item name|product( name)?|description|título|nombre|descripción|producto|produto|descrição|désignation|produit|nom|bezeichnung|artikel|artikelname|titel|titolo|prodotto|descrizione|nazwa|nama( barang)?|tên( hàng)?|商品名|名称|상품명|ชื่อ(สินค้า)?|สินค้า|รายละเอียด)$/iu,
  units:
    /^(units?|qty\.?|quantity|stock|pieces|pcs\.?|unidades|cantidad|cant\.?|piezas|menge|anzahl|stk\.?|stück|bestand|quantité|qté|quantidade|qtd\.?|quantità|q\.?tà|ilość|jumlah|stok|số lượng|数量|수량|จำนวน|สต็อก)$/iu,
  price:
    /^(price|unit price|sales? price|selling price|retail( price)?|precio( de venta)?|p\.?v\.?p\.?|preis|vk|vk-?preis|verkaufspreis|einzelpreis|prix( ttc| de vente)?|preço( de venda)?|valor|prezzo|cena|harga( jual)?|giá( bán)?|fiyat|pris|цена|価格|价格|가격|ราคา(ขาย)?)$/iu,
  compare:
    /^(compare[ -]at( price)?|r\.?r\.?p\.?|m\.?s\.?r\.?p\.?|uvp|old price|regular price|original price|list price|precio anterior|precio normal|statt|streichpreis|alter preis|prix barré|prix public|preço antigo|prezzo pieno|harga normal|giá gốc|ราคาเต็ม|ราคาปกติ)$/iu,
  code: /^(bar-?\s?code( \(.*\))?|ean(-?13|-?8)?|upc(-a)?|gtin|isbn|sku\s?\/\s?barcode|código de barras|codigo de barras|strichcode|code[- ]barres|codice a barre|kod kreskowy|mã vạch|条码|バーコード|바코드|บาร์โค้ด)$/iu,
};
const ROLES = ['number', 'title', 'units', 'price', 'compare', 'code'] as const;

/** "Price (EUR)" or "Preis in €": the words, and the currency behind them. */
const WITH_CURRENCY =
  /^(.*?\S)\s*(?:[([/]\s*|\s(?:in|en|em|à|w)\s+|\s)([A-Z]{3}|\p{L}{0,2}\p{Sc}|\p{L}{1,4}\.?)\s*[)\]]?$/u;

/**
 * The role that a header names. Columns of prices are known only if the show has a currency, and only if they
 * name no other one.
 */
export function roleOfHeader(cell: string, currency: Currency | null): ColumnRole {
  const known = ROLES.find((role) => HEADERS[role].test(cell));
  if (known !== undefined) return currency === null && isMoneyRole(known) ? 'ignore' : known;
  const [, words = '', mark = ''] = WITH_CURRENCY.exec(cell) ?? [];
  const money = (['price', 'compare'] as const).find((role) => HEADERS[role].test(words));
  return money !== undefined && currency !== null && parseMoney(`1 ${mark}`, currency).kind === 'price'
    ? money
    : 'ignore';
}

export const isMoneyRole = (role: ColumnRole): role is 'price' | 'compare' =>
  role === 'price' || role === 'compare';
