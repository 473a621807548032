import assert from 'node:assert/strict';
import { isUtf8 } from 'node:buffer';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { SemanticTokens } from 'vscode-languageserver';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { type Figure, figuresRequest } from '../server/src/protocol.ts';
import { Editor } from './lsp/editor.ts';

const root = new URL('../', import.meta.url);
const grammarPath = 'syntaxes/newspaper.tmLanguage.json';
const samples = globSync('test/fixture/{,folder/,folder/*/}*.{dump.txt,newspaper}', {
  cwd: fileURLToPath(root),
}).filter((path) => isUtf8(readFileSync(new URL(path, root))));

/** What the grammar calls each type of semantic token. What is a headline no line tells by itself. */
const scopes: Readonly<Record<string, RegExp>> = {
  namespace: /^markup\.heading\.section/u,
  parameter: /byline/u,
  keyword: /\.jump\./u,
  comment: /^comment\.line/u,
};

let grammar: IGrammar;
let editor: Editor;

before(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(new URL(grammarPath, root), 'utf8'), grammarPath),
  });
  grammar = (await registry.loadGrammar('text.newspaper'))!;
  editor = await Editor.start();
});
after(() => editor.stop());

/** The scopes at a character of a line, those of the whole text left out. */
function scopesAt(line: string, character: number): string[] {
  const { tokens, stoppedEarly } = grammar.tokenizeLine(line, textmate.INITIAL);
  assert.ok(!stoppedEarly);
  return tokens
    .find(({ endIndex }) => endIndex > character)!
    .scopes.flatMap((scope) => (scope === 'text.newspaper' ? [] : scope.split(' ')));
}

interface Token {
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly type: string;
}

async function semantic(): Promise<Token[]> {
  const { tokenTypes } = editor.capabilities.semanticTokensProvider!.legend;
  const { data } = await editor.ask<SemanticTokens>('textDocument/semanticTokens/full');
  const tokens: Token[] = [];
  let line = 0;
  let start = 0;
  for (let i = 0; i < data.length; i += 5) {
    if (data[i] !== 0) start = 0;
    line += data[i]!;
    start += data[i + 1]!;
    tokens.push({ line, start, length: data[i + 2]!, type: tokenTypes[data[i + 3]!]! });
  }
  return tokens;
}

test('datelines and jump lines of many houses have their colour', () => {
  for (const line of [
    '本报讯 记者林小溪报道 老桥重新开放。',
    '〔記者林小溪／青石報導〕老橋重新開放。',
    '【林小溪╱綜合報導】老橋重新開放。',
    '（青石6日讯）老桥重新开放。',
    '青石晚报讯（记者林小溪）老桥重新开放。',
    '白鹭日报青石4月6日电 老桥重新开放。',
  ])
    assert.match(scopesAt(line, 1).join(' '), /\.dateline\./u, line);
  for (const line of ['（下转第三版）', '（文轉A10版）', '（續A1版）', '文接A1版'])
    assert.match(scopesAt(line, 1).join(' '), /\.jump\./u, line);
  for (const line of [
    '記者林小溪／青石報導',
    '林小溪、高一鳴／綜合報導',
    '□ 本报记者 林小溪',
    '白鷺日報記者 林小溪',
    '林小溪 报道',
    '文：林小溪',
  ])
    assert.match(scopesAt(line, 1).join(' '), /byline/u, line);
  for (const line of ['青石晚报 2031年4月6日 星期日', '责编 林小溪 美编 高一鸣'])
    assert.match(scopesAt(line, 1).join(' '), /^comment/u, line);
  for (const line of ['老桥重新开放。', '（三）老桥重新开放。']) assert.deepEqual(scopesAt(line, 1), [], line);
});

test('a line of a column is no heading by itself, even where it has no mark', () => {
  for (const line of [
    '青石市水务局昨日宣布全市今年新修的十二条',
    '水渠已经全部通水沿线村庄的灌溉条件得到',
    '老桥重新开放',
  ])
    assert.deepEqual(scopesAt(line, 1), [], line);
});

test('there are sample dumps', () => assert.ok(samples.length > 5));

for (const path of samples) {
  const text = readFileSync(new URL(path, root), 'utf8');
  const lines = text.split(/\r?\n/u);

  test(`grammar and semantic tokens agree on ${basename(path)}`, async () => {
    await editor.open(text);
    const tokens = await semantic();
    assert.ok(tokens.length > 0);
    const differing: string[] = [];
    for (const { line, start, type } of tokens) {
      const wanted = scopes[type];
      const found = scopesAt(lines[line]!, start);
      if (wanted && !found.some((scope) => wanted.test(scope))) {
        differing.push(`${line + 1}: ${lines[line]} – ${type}, and ${found.join(' ')}`);
      }
    }
    // and the other way: where the grammar sees a heading, the server sees one too
    const coloured = new Set(tokens.map(({ line }) => line));
    for (const [line, words] of lines.entries()) {
      const heading =
        words !== '' && scopesAt(words, words.search(/\S/u)).some((scope) => /^markup\.heading/u.test(scope));
      if (heading && !coloured.has(line)) differing.push(`${line + 1}: ${words} – body, and a heading`);
    }
    assert.deepEqual(differing, []);
  });

  test(`the grammar sees the figures of ${basename(path)}`, async () => {
    await editor.open(text);
    const figures = await editor.ask<Figure[]>(figuresRequest);
    const unseen = figures.filter(({ range: { start, end } }) => {
      const line = lines[start.line]!;
      const at = /[0-9０-９]/u.exec(line.slice(start.character, end.character))?.index;
      if (at === undefined) return false; // in words: the grammar does not try
      return !scopesAt(line, start.character + at).some((scope) => /^constant\.numeric|^markup|^comment/u.test(scope));
    });
    assert.deepEqual(
      unseen.map(({ text, range }) => `${range.start.line + 1}: ${text}`),
      [],
    );
  });
}

test('a line of a million characters is no burden', () => {
  for (const piece of ['本报讯', '记者王', '12,345', '“', '一二三', '(上接', '　', '★']) {
    const began = performance.now();
    // as VS Code does: it stops colouring such a line after 20,000 characters
    grammar.tokenizeLine(piece.repeat(20_000 / piece.length), textmate.INITIAL);
    const took = performance.now() - began;
    assert.ok(took < 2_000, `${piece}: ${took} ms`);
  }
});
