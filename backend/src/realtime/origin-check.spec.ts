import { isAllowedOrigin } from './origin-check';

const local = { publicUrl: null, production: false };
const production = { publicUrl: 'https://live.example', production: true };

describe('A page that opens a socket', () => {
  it.each([
    ['https://live.example', 'live.example', production, true],
    ['https://live.example', 'backend:3000', production, true],
    ['https://evil.example', 'live.example', production, false],
    ['http://localhost:4200', 'live.example', production, false],
    ['http://localhost:4200', '127.0.0.1:3000', local, true],
    ['http://127.0.0.1:3000', '127.0.0.1:3000', local, true],
    ['https://evil.example', '127.0.0.1:3000', local, false],
    ['http://localhost.evil.example', 'localhost:3000', local, false],
    ['null', '127.0.0.1:3000', local, false],
    ['', '127.0.0.1:3000', local, false],
    ['nonsense', undefined, local, false],
  ])(
    'The origin check of a page from %s that connects to %s, with %j, returns %s.',
    (origin, host, config, allowed) => {
      expect(isAllowedOrigin(origin, host, config)).toBe(allowed);
    },
  );
});
