import type { Currency } from '@sellary/contracts';
import { readItems, readSheet } from './spreadsheet';

const money = (code: string, digits = 2): Currency => ({ code, digits });

/** A line as `number|title|units|price|compare-at price`, or its problem. */
function read(text: string, currency: Currency): string[] {
  const sheet = readSheet(text, currency);
  return readItems(sheet, sheet.roles, [], { currency }).map(({ item, problem }) =>
    problem === null
      ? [item.itemNumber, item.title, item.totalQuantity, item.price ?? '–', item.compareAtPrice ?? '–'].join(
          '|',
        )
      : `! ${problem}`,
  );
}

describe("Sellers' sheets", () => {
  it('A boutique in Germany exports a list with semicolons, decimal commas, and periods between thousands.', () => {
    const text =
      'Art.-Nr.;Bezeichnung;Menge;VK-Preis\r\n101;Kleid, blau;2;39,90\r\n102;Ledermantel;1;1.299\r\n103;Tuch;5;7,5';
    expect(read(text, money('EUR'))).toEqual([
      '101|Kleid, blau|2|3990|–',
      '102|Ledermantel|1|129900|–',
      '103|Tuch|5|750|–',
    ]);
  });

  it('A shop in the United States exports a list with commas, quotes, and dollar signs.', () => {
    const text =
      'SKU,Product name,Price,Compare at price,Qty\n"A12","Hat, red","$14.90","$19.90",3\n"A13","Coat","$1,249.00",,1';
    expect(read(text, money('USD'))).toEqual(['A12|Hat, red|3|1490|1990', 'A13|Coat|1|124900|–']);
  });

  it('A seller in France writes spaces between thousands, and the euro sign after the amount.', () => {
    const text =
      'Réf\tDésignation\tQté\tPrix TTC\tPrix barré\n7\tRobe\t1\t1 290,00 €\t1 490,00 €\n8\tÉcharpe\t4\t12 €\t';
    expect(read(text, money('EUR'))).toEqual(['7|Robe|1|129000|149000', '8|Écharpe|4|1200|–']);
  });

  it('A seller in Thailand writes baht with and without decimals.', () => {
    const text = 'รหัส,ชื่อสินค้า,ราคา,จำนวน\n1,เสื้อยืด,390 บาท,5\n2,กระเป๋า,"1,290",1\n3,หมวก,฿250.00,2';
    // ฿250.00 shows that the decimal separator is a period, so 1,290 is not ambiguous.
    expect(read(text, money('THB'))).toEqual([
      '1|เสื้อยืด|5|39000|–',
      '2|กระเป๋า|1|129000|–',
      '3|หมวก|2|25000|–',
    ]);
  });

  it('A seller in Vietnam writes periods between thousands, and đ or ₫ after the amount.', () => {
    const text = 'Mã\tTên hàng\tGiá bán\tSố lượng\n12\tÁo dài\t350.000đ\t2\n13\tNón lá\t1.250.000 ₫\t1';
    expect(read(text, money('VND', 0))).toEqual(['12|Áo dài|2|350000|–', '13|Nón lá|1|1250000|–']);
  });

  it('A seller in India writes lakhs and rupees.', () => {
    const text =
      'No.,Title,Selling price,Stock\n1,Silk saree,"₹1,25,000.00",1\n2,Kurta,Rs. 999/-,10\n3,Bangle,450,6';
    expect(read(text, money('INR'))).toEqual([
      '1|Silk saree|1|12500000|–',
      '2|Kurta|10|99900|–',
      '3|Bangle|6|45000|–',
    ]);
  });

  it('A seller in Switzerland writes apostrophes between thousands, and dashes for whole francs.', () => {
    const text = "Nummer;Artikel;Preis CHF;Anzahl\n1;Uhr;CHF 1'950.–;1\n2;Gurt;49.50;2\n3;Socken;12.-;9";
    expect(read(text, money('CHF'))).toEqual(['1|Uhr|1|195000|–', '2|Gurt|2|4950|–', '3|Socken|9|1200|–']);
  });

  it('A seller in Mexico puts the price before the units and writes pesos as $.', () => {
    const text = 'Código,Producto,Precio de venta,Cantidad\n55,Bolsa,$349.50,2\n56,Rebozo,"$1,150.00",1';
    expect(read(text, money('MXN'))).toEqual(['55|Bolsa|2|34950|–', '56|Rebozo|1|115000|–']);
  });

  it('In a sheet without a header line, a column of amounts after the units is read as prices.', () => {
    const text = '101\tBlue dress\t3\t29,90\n102\tRed hat\t1\t15,00';
    expect(read(text, money('EUR'))).toEqual(['101|Blue dress|3|2990|–', '102|Red hat|1|1500|–']);
  });

  it('Purchase costs are never read as prices, and dollar prices are read only if the show sells in dollars.', () => {
    const text = 'Item,Name,Cost,Price (USD),Qty\n1,Vase,4.10,$12.00,2\n2,Bowl,3.00,$9.00,1';
    expect(read(text, money('EUR'))).toEqual(['1|Vase|2|–|–', '2|Bowl|1|–|–']);
    expect(read(text, money('USD'))).toEqual(['1|Vase|2|1200|–', '2|Bowl|1|900|–']);
  });

  it('A list of prices such as 1.250 is ambiguous on every line until the user chooses the decimal separator.', () => {
    const text = 'No,Title,Price\n1,Ring,1.250\n2,Chain,2.400';
    const sheet = readSheet(text, money('EUR'));
    expect(
      readItems(sheet, sheet.roles, [], { currency: money('EUR') }).every(({ problem }) => problem !== null),
    ).toBe(true);
    const chosen = readItems(sheet, sheet.roles, [], { currency: money('EUR'), decimal: ',' });
    expect(chosen.map(({ item }) => item.price)).toEqual([125_000, 240_000]);
  });

  it('A line whose price is in another currency, a range, or a word is reported as a problem.', () => {
    const text = 'No,Title,Price\n1,Ring,$12\n2,Chain,10-15\n3,Pin,ask me\n4,Box,';
    expect(read(text, money('EUR'))).toEqual([
      '! “$12” is not in EUR, the currency of this show',
      '! “10-15” is not a price',
      '! “ask me” is not a price',
      '4|Box|1|–|–',
    ]);
  });

  it('Without a currency, no column is a price.', () => {
    const sheet = readSheet('No,Title,Price,Qty\n1,Ring,12.00,2');
    expect(sheet.roles).toEqual(['number', 'title', 'ignore', 'units']);
    expect(readItems(sheet)[0]?.item).toEqual({ itemNumber: '1', title: 'Ring', totalQuantity: 2 });
  });
});
