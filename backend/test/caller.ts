export { type Answer, call, type Caller, newCaller } from '@sellary/extension-kit/testing';
