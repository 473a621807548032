import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../server/src/newspaper/index.ts';
import { DumpText } from '../../server/src/workspace/dumpText.ts';

const parts = fc.constantFrom(
  '第2版',
  '第三版 要闻',
  '\f',
  '本报讯 记者甘一禾报道',
  'ab',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '　',
);
const texts = fc.array(parts, { maxLength: 30 }).map((some) => some.join(''));
const positions = fc.record({ line: fc.integer({ min: -1, max: 20 }), character: fc.integer({ min: -1, max: 15 }) });
const edits = fc.array(fc.tuple(positions, positions, texts, fc.boolean()), { maxLength: 8 });

test('a text in pieces changes as a text in one does', () => {
  fc.assert(
    fc.property(texts, edits, (start, changes) => {
      let whole = TextDocument.create('file:///a', 'newspaper', 0, start);
      const text = new DumpText(start);
      for (const [from, to, inserted, share] of changes) {
        if (share) text.share(analyse(text));
        const range = { start: from, end: to };
        // TextDocument keeps broken line offsets where a range lies outside of the text, so each change has its own
        whole = TextDocument.create('file:///a', 'newspaper', 0, whole.getText());
        const at = { start: whole.offsetAt(from), end: whole.offsetAt(to) };
        assert.equal(text.offsetAt(from), at.start);
        assert.equal(text.offsetAt(to), at.end);
        if (at.start <= at.end) assert.equal(text.get(range), whole.getText(range));
        TextDocument.update(whole, [{ range, text: inserted }], 1);
        text.replace(range, inserted);
        assert.equal(text.get(), whole.getText());
        assert.equal(text.length, whole.getText().length);
      }
    }),
    { numRuns: 1000 },
  );
});
