// A pid alone proves nothing: pids are reused, and a lock left by a crash would then identify an unrelated
// process. An identity is the pid together with the time at which the process was born.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @typedef {{ pid: number, born: string }} ProcessIdentity */

const hasProc = process.platform === 'linux';
const isWindows = process.platform === 'win32';
/** @type {string | undefined} */
let bootId;

/**
 * An opaque string that identifies a process's start. Compare it, but do not parse it. Null if there is no
 * such process (a zombie counts as gone, because it holds no resources and never runs again).
 * @param {number} pid
 * @returns {string | null}
 */
export function bornAt(pid) {
  if (hasProc) {
    const fields = statFields(pid);
    if (fields === null || fields.state === 'Z' || fields.state === 'X') return null;
    return `${currentBootId()}/${fields.startTicks}`;
  }
  if (!canBeSignaled(pid)) return null;
  if (isWindows) return windowsProcess(pid)?.started ?? null;
  const [state, ...born] = processTable(pid, 'stat=,lstart=').split(/\s+/);
  if (state === undefined || state === '' || state.startsWith('Z')) return null;
  return born.join(' ');
}

/**
 * A process's start time by the machine's clock.
 * @param {number} pid
 * @returns {number | null} milliseconds; null if there is no such process, or the system does not report it
 */
export function startedAt(pid) {
  const started = isWindows ? windowsProcess(pid)?.started : processTable(pid, 'lstart=');
  const ms = Date.parse(started ?? '');
  return Number.isNaN(ms) ? null : ms;
}

/**
 * @param {number} [pid]
 * @returns {ProcessIdentity}
 */
export function identityOf(pid = process.pid) {
  return { pid, born: bornAt(pid) ?? 'gone' };
}

/**
 * @param {ProcessIdentity} identity
 * @returns {boolean}
 */
export function isAlive({ pid, born }) {
  return bornAt(pid) === born;
}

/**
 * @param {number} pid
 * @returns {number | null}
 */
export function parentOf(pid) {
  if (hasProc) return statFields(pid)?.parent ?? null;
  if (isWindows) return windowsProcess(pid)?.parent ?? null;
  const parent = Number(processTable(pid, 'ppid='));
  return parent > 0 ? parent : null;
}

/**
 * A process's short name (`sh`, `node`, `postgres`), or '' if there is no such process.
 * @param {number} pid
 * @returns {string}
 */
export function nameOf(pid) {
  if (hasProc) return statFields(pid)?.name ?? '';
  if (isWindows) return windowsProcess(pid)?.name ?? '';
  return processTable(pid, 'comm=').split('/').at(-1) ?? '';
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
function canBeSignaled(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {number} pid */
function statFields(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name is in parentheses and may itself contain parentheses and spaces, so the fields are counted
    // from the last parenthesis.
    const close = text.lastIndexOf(')');
    const fields = text.slice(close + 2).split(' ');
    return {
      name: text.slice(text.indexOf('(') + 1, close),
      state: fields[0] ?? 'X',
      parent: Number(fields[1]),
      startTicks: fields[19] ?? '',
    };
  } catch {
    return null;
  }
}

// Ticks are counted from boot. Without the boot id, a lock could survive a reboot and match an unrelated
// process.
function currentBootId() {
  if (bootId === undefined) {
    try {
      bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    } catch {
      bootId = 'boot';
    }
  }
  return bootId;
}

/**
 * @param {number} pid
 * @param {string} columns
 */
function processTable(pid, columns) {
  try {
    return execFileSync('ps', ['-o', columns, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

/** @type {Map<number, { name: string, parent: number, started: string }>} */
const windowsProcesses = new Map();

/**
 * Queries Windows for a process. The result is cached while the process lives, because the query takes half a
 * second and the result never changes.
 * @param {number} pid
 */
function windowsProcess(pid) {
  if (!canBeSignaled(pid)) {
    windowsProcesses.delete(pid);
    return null;
  }
  const cached = windowsProcesses.get(pid);
  if (cached !== undefined) return cached;
  try {
    const script = `Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}' | ForEach-Object { $_.Name; $_.ParentProcessId; $_.CreationDate.ToUniversalTime().ToString('o') }`;
    const text = execFileSync('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const [name = '', parent = '', started = ''] = text.trim().split(/\r?\n/);
    if (started === '') return null;
    const found = { name: name.replace(/\.exe$/i, ''), parent: Number(parent), started };
    windowsProcesses.set(pid, found);
    return found;
  } catch {
    return null;
  }
}
