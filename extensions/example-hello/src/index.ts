import { defineExtension } from '@sellary/extension-kit';
import { WinnerCounter } from './winner-counter';
import { CreateExampleHelloWinners1796200000000 } from './winners.migration';

export default defineExtension({
  name: 'example-hello',
  version: '1.0.0',
  api: '^1.1.0',
  followers: [WinnerCounter],
  migrations: [CreateExampleHelloWinners1796200000000],
});
