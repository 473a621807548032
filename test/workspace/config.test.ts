import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyChanges } from '../../server/src/newspaper/index.ts';
import { codes, type Ignored, readConfig } from '../../server/src/workspace/config.ts';
import { ignoreChanges, newConfig, restoreChanges } from '../../server/src/workspace/configEdit.ts';
import { literalGlob, matches } from '../../server/src/workspace/glob.ts';

const entry: Ignored = { code: 'stray-byline', hash: 'abc.de.f', note: '甘一禾' };
const line = '{ "code": "stray-byline", "hash": "abc.de.f", "note": "甘一禾" }';

function ignored(text: string): string {
  const changes = ignoreChanges(text, entry);
  assert.ok(changes, `something can be written into ${text}`);
  const after = applyChanges(text, changes);
  assert.deepEqual(readConfig(after).problems, [], after);
  assert.deepEqual(readConfig(after).config.ignored.at(-1), entry, after);
  assert.deepEqual(ignoreChanges(after, entry), [], 'once is enough');
  return after;
}

test('an entry is added in the manner of the file', () => {
  for (const [before, after] of [
    ['', newConfig(entry)],
    ['{}', `{\n  "ignored": [\n    ${line}\n  ]\n}`],
    ['{ "gapMark": "…" }', `{ "gapMark": "…", "ignored": [\n    ${line}\n  ] }`],
    ['{\r\n\t"gapMark": "…"\r\n}', `{\r\n\t"gapMark": "…",\r\n\t"ignored": [\r\n\t\t${line}\r\n\t]\r\n}`],
    ['{\n    "ignored": []\n}', `{\n    "ignored": [\n        ${line}\n    ]\n}`],
    [
      '{\n  "ignored": [\n    { "code": "stray-byline" } // all\n  ]\n}',
      `{\n  "ignored": [\n    { "code": "stray-byline" }, // all\n    ${line}\n  ]\n}`,
    ],
    [
      '{\n  "ignored": [\n    { "code": "stray-byline" },\n  ],\n}',
      `{\n  "ignored": [\n    { "code": "stray-byline" },\n    ${line},\n  ],\n}`,
    ],
    ['{"ignored":[{"code":"stray-byline"}]}', `{"ignored":[{"code":"stray-byline"}, ${line}]}`],
    ['\ufeff{"ignored":[]}', `\ufeff{"ignored":[\n    ${line}\n  ]}`],
  ] as const) {
    assert.equal(ignored(before), after);
  }
});

test('nothing is written over what is not understood', () => {
  for (const text of ['{', '{ "ignored": 1 }', '[]', '{ "ignored": [ }', '"x"']) {
    assert.equal(ignoreChanges(text, entry), undefined, text);
  }
});

test('adding and restoring leaves every other entry as it was', () => {
  const others = fc.array(
    fc.record(
      { code: fc.constantFrom(...codes), file: fc.string({ minLength: 1 }), note: fc.string() },
      { noNullPrototype: true },
    ),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(others, fc.constantFrom(undefined, 1, 2, '\t'), fc.nat({ max: 5 }), (entries, space, at) => {
      const list: unknown[] = [...entries];
      if (at < 3) list.splice(at, 0, { code: 'no such code' }); // a flaw, which stays too
      const text = JSON.stringify({ gapMark: '…', ignored: list }, undefined, space);
      const changes = ignoreChanges(text, entry);
      const added = applyChanges(text, changes!);
      assert.deepEqual(JSON.parse(added).ignored, [...list, entry]);
      const restored = applyChanges(added, restoreChanges(added, entry)!);
      assert.deepEqual(JSON.parse(restored), JSON.parse(text));
    }),
  );
});

test('the schema knows what the reader knows', () => {
  const schema = JSON.parse(readFileSync(new URL('../../syntaxes/broadsheet.schema.json', import.meta.url), 'utf8'));
  assert.deepEqual(schema.definitions.code.enum, codes);
  assert.deepEqual(Object.keys(schema.properties.severity.properties), codes);
  assert.deepEqual(Object.keys(schema.properties).sort(), [
    '$schema',
    'gapMark',
    'ignore',
    'ignored',
    'issueDate',
    'severity',
  ]);
  const { properties } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).contributes
    .configuration;
  assert.deepEqual(Object.keys(properties['broadsheet.severity'].properties), codes);
});

test('an entry is taken out with its comma and its line', () => {
  for (const [before, after] of [
    [
      `{\n  "ignored": [\n    { "code": "stray-byline" }, // all\n    ${line}\n  ]\n}`,
      '{\n  "ignored": [\n    { "code": "stray-byline" } // all\n  ]\n}',
    ],
    [
      `{\n  "ignored": [\n    ${line},\n    { "code": "stray-byline" }\n  ]\n}`,
      '{\n  "ignored": [\n    { "code": "stray-byline" }\n  ]\n}',
    ],
    [`{ "ignored": [${line}] }`, '{ "ignored": [] }'],
    [`{\r\n  "ignored": [\r\n    ${line},\r\n  ]\r\n}`, '{\r\n  "ignored": [\r\n  ]\r\n}'],
  ] as const) {
    assert.equal(applyChanges(before, restoreChanges(before, entry)!), after);
  }
  assert.equal(restoreChanges('{ "ignored": [] }', entry), undefined);
});

test('any text can be read, and what is wrong in it has a place in it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.json()), (text) => {
      for (const { span } of readConfig(text).problems) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length + 1);
      }
    }),
  );
});

test('the glob of a path means this path alone', () => {
  const path = fc
    .array(fc.string({ minLength: 1, unit: fc.constantFrom(...'ab*?[]{}()!+@|^$,.- 报') }), { minLength: 1 })
    .map((parts) => parts.join('/'));
  fc.assert(
    fc.property(path, path, (one, other) => {
      fc.pre(
        !/(?:^|\/)\.{1,2}(?:\/|$)/u.test(one) && !one.endsWith('/') && one !== other && !other.startsWith(`${one}/`),
      );
      assert.ok(matches(literalGlob(one), one), one);
      assert.ok(!matches(literalGlob(one), other), `${one} is not ${other}`);
    }),
  );
});
