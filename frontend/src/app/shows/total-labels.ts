/** Labels of the total at the end of a list, in the languages of sellers' sheets. */
const TOTAL_LABELS =
  /^(sub|grand )?(total(es|s|e)?|sum|summe|gesamt(summe)?|zwischensumme|suma|somme|soma|totaal|razem|összesen|celkem|toplam|jumlah|tổng( cộng)?|итого|всего|合计|总计|小计|合計|總計|小計|합계|총계|รวม(ทั้งหมด|ทั้งสิ้น)?|ยอดรวม)\s*:?$/iu;

/** True if the cell labels a total, so that its line is not an item. */
export const isTotalLabel = (cell: string): boolean => TOTAL_LABELS.test(cell);
