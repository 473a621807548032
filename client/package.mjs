// `npm run package`: writes broadsheet.vsix from what is built in dist/. The same files make the same bytes, whenever and wherever.
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { deflateAsync } from '@gfx/zopfli';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const vsce = join(root, 'node_modules/@vscode/vsce/vsce');

/** The method's number in a zip file. */
const deflate = 8;
/** How often zopfli looks for a tighter form of a file: more rounds gain nothing to speak of. */
const rounds = 5;

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
  const here = { useWebWorkers: false };
  const tighter = new ZipWriter(new Uint8ArrayWriter(), { ...here, dataDescriptor: false, extendedTimestamp: false });
  for (const file of await new ZipReader(new Uint8ArrayReader(new Uint8Array(vsix)), here).getEntries()) {
    const bytes = await file.getData(new Uint8ArrayWriter());
    const { filename, lastModDate, signature } = file;
    const deflated = await deflateAsync(bytes, { numiterations: rounds });
    await tighter.add(filename, new Uint8ArrayReader(deflated), {
      passThrough: true,
      compressionMethod: deflate,
      uncompressedSize: bytes.length,
      signature,
      lastModDate,
    });
  }
  return tighter.close();
}

/** The paths of all files in the package. */
export function packed() {
  return run(['ls', '--no-dependencies']).trim().split('\n').sort();
}

if (import.meta.filename === process.argv[1]) console.log((await pack(join(root, 'broadsheet.vsix'))).trim());
