import { formatNumber } from '../i18n/format-locale';

export { platformName } from './platform-names';

/** "1 item", "40 items", "1,204 comments". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}
