/**
 * Finds the characters by which text that was read in the wrong encoding is known, and prints the table of
 * `server/src/newspaper/text/mojibake.ts`: for each pair of encodings the characters that are frequent in text read
 * wrongly and as good as absent from text read rightly.
 *
 *   node server/build/mojibake.ts SIMPLIFIED.jsonl.gz TRADITIONAL.jsonl.gz
 *
 * Every line of a file is an article with `paragraphs`. Only single characters and their order get into the table.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';

const [simplified, traditional] = process.argv.slice(2).map(textOf);
if (simplified === undefined || traditional === undefined) throw new Error('two files are expected');

function textOf(file: string): string {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').slice(0, 4000);
  return lines.flatMap((line) => (JSON.parse(line) as { paragraphs?: string[] }).paragraphs ?? []).join('\n');
}

/** How large a share of the text outside of ASCII each character is. */
function shares(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  let all = 0;
  for (const character of text) {
    if (character.codePointAt(0)! < 0x80) continue;
    all++;
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  for (const [character, count] of counts) counts.set(character, count / all);
  return counts;
}

const right = [shares(simplified), shares(traditional)];
const cases = [
  ['utf-8', 'gb18030', [simplified, traditional]],
  ['utf-8', 'big5', [simplified, traditional]],
  ['gb18030', 'big5', [simplified]],
  ['big5', 'gb18030', [traditional]],
] as const;
for (const [written, read, texts] of cases) {
  const wrong = texts.map((text) => shares(iconv.decode(iconv.encode(text, written), read)));
  const least = (character: string) => Math.min(...wrong.map((table) => table.get(character) ?? 0));
  const telling = [...wrong[0]!.keys()]
    .filter((character) => character !== '\ufffd' && !/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(character)) // Japanese is no flaw
    .filter((character) => right.every((table) => (table.get(character) ?? 0) < 0.0001))
    .sort((a, b) => least(b) - least(a))
    .slice(0, 60);
  const covered = wrong.map((table) => telling.reduce((sum, character) => sum + (table.get(character) ?? 0), 0));
  const kept = right.map((table) => telling.reduce((sum, character) => sum + (table.get(character) ?? 0), 0));
  console.log(`{ written: '${written}', read: '${read}', telling: '${telling.join('')}' },`);
  console.log(
    `// ${covered.map((share) => share.toFixed(3))} of text read wrongly, ${kept.map((share) => share.toFixed(5))} of text read rightly`,
  );
}

const frequent = right.flatMap((table) => [...table].sort((a, b) => b[1] - a[1]).slice(0, 90));
console.log(`const common = '${[...new Set(frequent.map(([character]) => character))].join('')}';`);
