// `npm run package`: writes broadsheet.vsix from what is built in dist/. The same files make the same bytes, whenever and wherever.
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';

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
export async function pack(out) {
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const said = run(['package', ...flags, '--out', out]);
  await writeFile(out, await packedTighter(await readFile(out)));
  return said;
}

/** The same files in the same order, deflated as well as can be; vsce is content with less. */
async function packedTighter(vsix) {
  const { files } = await JSZip.loadAsync(vsix);
  const tighter = new JSZip();
  for (const [name, file] of Object.entries(files)) {
    tighter.file(name, await file.async('nodebuffer'), { date: file.date, createFolders: false });
  }
  return tighter.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 } });
}

/** The paths of all files in the package. */
export function packed() {
  return run(['ls', '--no-dependencies']).trim().split('\n').sort();
}

if (import.meta.filename === process.argv[1]) console.log((await pack(join(root, 'broadsheet.vsix'))).trim());
