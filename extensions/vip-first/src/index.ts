import { defineExtension } from '@sellary/extension-kit';
import { vipFirst, vipFirstVersion1 } from './vip-first.policy';

export default defineExtension({
  name: 'vip-first',
  version: '1.1.0',
  api: '^1.1.0',
  policies: [vipFirstVersion1, vipFirst],
});
