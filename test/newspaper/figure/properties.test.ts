import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readFigures, readSubjects } from '../../../server/src/newspaper/figure/index.ts';

/** Text made of what figures are made of, so that random strings come near to figures. */
const pieces = fc.constantFrom(
  ...'0123456789０９一二三十百千万亿零〇两半几数第首点至到—-～年月日时分秒号个名人元角%％成折倍约近超多余以上左右之又负、，。.,:：/^eEk '.split(
    '',
  ),
  '百分之',
  '人民币',
  '个半小时',
  '平方米',
  '大年初',
  '\ud800',
  '\u0000',
  '中',
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

function holds(text: string): void {
  const figures = readFigures(text);
  let end = 0;
  for (const figure of figures) {
    assert.ok(
      figure.start >= end && figure.end > figure.start && figure.end <= text.length,
      JSON.stringify([text, figure]),
    );
    end = figure.end;
    if (typeof figure.value === 'number') assert.ok(!Number.isNaN(figure.value), text);
  }
  assert.equal(readSubjects(text, figures).length, figures.length);
}

describe('figures of any text', () => {
  it('lie in the text, in order, apart from each other', () => {
    fc.assert(fc.property(texts, holds), { numRuns: 5000 });
  });
  it('are the same when read again', () => {
    fc.assert(
      fc.property(texts, (text) => assert.deepEqual(readFigures(text), readFigures(text))),
      { numRuns: 500 },
    );
  });
  it('are read in linear time from hostile text', () => {
    for (const unit of [
      '1',
      '一',
      '万',
      '零',
      '第',
      '（',
      '1,',
      '一 ',
      '1—',
      '百分之',
      '1年',
      '几',
      '.1',
      '十',
      '1、',
      '约',
      '半',
      '亿零',
      '1/',
      '一点',
      '上',
    ]) {
      const long = unit.repeat(Math.ceil(200_000 / unit.length));
      const begin = performance.now();
      readFigures(long);
      assert.ok(performance.now() - begin < 4000, `${unit} takes ${performance.now() - begin} ms`);
    }
  });
});
