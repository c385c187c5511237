import { Logger } from '@nestjs/common';
import { BoundedLog } from './bounded-log';

describe('Warnings that anyone can cause', () => {
  it('At most 30 warnings a minute are logged. The number omitted is logged before the first warning after that minute.', () => {
    const lines: string[] = [];
    const warn = jest
      .spyOn(Logger.prototype, 'warn')
      .mockImplementation((line: string) => void lines.push(line));
    let now = 0;
    const log = new BoundedLog('Sign-in', () => now);
    for (let index = 0; index < 500; index += 1) log.warn(`line ${index}`);
    expect(lines).toHaveLength(30);
    now = 60_000;
    log.warn('later');
    expect(lines.slice(30)).toEqual(['470 more warnings were omitted after the last one', 'later']);
    warn.mockRestore();
  });
});
