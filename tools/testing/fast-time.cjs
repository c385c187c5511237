// Makes the clock and timers of a program run FAST_TIME times as fast. Loaded before the program
// (`NODE_OPTIONS=--require`). The fast clock is counted from FAST_TIME_SINCE (ms since the epoch), so that it
// keeps running when the program is killed and restarted. Timeouts inside Node (AbortSignal) still run in
// real time.
const RealDate = Date;
const speed = Number(process.env.FAST_TIME);
const since = Number(process.env.FAST_TIME_SINCE);
const now = () => Math.floor(since + (RealDate.now() - since) * speed);

globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(now());
    else super(...args);
  }

  static now() {
    return now();
  }
};

for (const name of ['setTimeout', 'setInterval']) {
  const real = globalThis[name];
  globalThis[name] = Object.assign(
    (callback, ms, ...args) => real(callback, (ms ?? 0) / speed, ...args),
    real,
  );
}
