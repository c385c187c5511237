import { defineExtension } from '@sellary/extension-kit';
import { vipFirst } from './vip-first.policy';

export default defineExtension({
  name: 'vip-first',
  version: '1.0.0',
  api: '^1.1.0',
  policies: [vipFirst],
});
