import { defineExtension } from '@sellary/extension-kit';
import { vipFirst, vipFirstAtFreeUnits } from './vip-first.policy';

export default defineExtension({
  name: 'vip-first',
  version: '1.1.0',
  api: '^1.1.0',
  policies: [vipFirstAtFreeUnits, vipFirst],
});
