// `npm run package`: writes broadsheet.vsix from what is built in dist/. The same files make the same bytes, whenever and wherever.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vsce = join(root, 'node_modules/@vscode/vsce/vsce');

/** Runs vsce; what it says. Every file gets one date, as read in one time zone. */
function run(args) {
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1767225600', TZ: 'UTC' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [vsce, ...args], { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`vsce ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

/** Writes the package to a file. */
export function pack(out) {
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  return run(['package', ...flags, '--out', out]);
}

/** The paths of all files in the package. */
export function packed() {
  return run(['ls', '--no-dependencies']).trim().split('\n').sort();
}

if (import.meta.filename === process.argv[1]) console.log(pack(join(root, 'broadsheet.vsix')).trim());
