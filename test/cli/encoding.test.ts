import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { assertLossless, decode, encode } from '../../server/src/cli/encoding.ts';

const sentence = '青石市水務局昨日宣布，全市新修的水渠已全部通水。';

test('what is decoded and not refused is written back byte for byte', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some)),
    fc.string({ unit: 'grapheme', maxLength: 100 }).map((text) => Buffer.from(text)),
    fc
      .tuple(fc.constantFrom('gb18030', 'big5', 'utf-16le', 'utf-16be'), fc.string({ unit: 'binary' }), fc.nat(3))
      .map(([encoding, odd, times]) => iconv.encode(sentence.repeat(times) + odd, encoding)),
  );
  fc.assert(
    fc.property(bytes, (before) => {
      let read: ReturnType<typeof decode>;
      try {
        read = decode(before);
        assertLossless(before, read.text, read.writing);
      } catch {
        return; // refused: nothing is written
      }
      assert.deepEqual(encode(read.text, read.writing), before);
    }),
    { numRuns: 1000 },
  );
});

test('outside of a change every byte stays', () => {
  const part = fc.string({ unit: fc.constantFrom(...sentence, '\n', '\r\n', 'a', ' ', '１', '€') });
  fc.assert(
    fc.property(
      fc.constantFrom('utf-8', 'utf-16le', 'gb18030', 'big5'),
      part,
      part,
      part,
      (encoding, head, old, tail) => {
        const text = sentence + head + old + tail + sentence;
        const before = iconv.encode(text.replaceAll('€', encoding === 'big5' ? 'E' : '€'), encoding);
        const read = decode(before);
        assert.equal(read.writing.encoding, encoding);
        const start = (sentence + head).length;
        const changed = read.text.slice(0, start) + read.text.slice(start + old.length);
        const after = encode(changed, read.writing);
        const kept = iconv.encode(read.text.slice(0, start), encoding);
        assert.deepEqual(after.subarray(0, kept.length), kept);
        assert.deepEqual(after.subarray(kept.length), before.subarray(before.length - (after.length - kept.length)));
      },
    ),
  );
});

test('a character that the encoding does not have is never lost', () => {
  assert.throws(() => encode('渠𠀀', { encoding: 'big5', mark: false }));
  assert.doesNotThrow(() => encode('渠𠀀', { encoding: 'gb18030', mark: false }));
});
