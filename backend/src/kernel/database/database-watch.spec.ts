import { Client } from 'pg';
import { DatabaseWatch } from './database-watch';

describe('The database watch', () => {
  it('A check that began before the disk was full does not end the disk-full state.', async () => {
    const watch = new DatabaseWatch('postgres://localhost/sellary');
    jest.spyOn(Client.prototype, 'connect').mockReturnValue();
    const checked = new Promise<void>((resolve) => {
      jest.spyOn(Client.prototype, 'query').mockImplementation(() => {
        watch.recordIfDiskFull('53100');
        resolve();
      });
    });
    watch.start();
    await checked;
    await watch.stop();
    expect(watch.isDiskFull).toBe(true);
  });
});
