import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  lunarDate,
  readFigures,
  readSubjects,
  relativeDateAt,
  resolveDate,
  resolveRelative,
  toSI,
} from '../../../server/src/newspaper/figure/index.ts';

describe('resolveDate', () => {
  const issue = '2019-03-07';
  const table: readonly (readonly [string, string | undefined])[] = [
    ['XXXX-03-06', '2019-03-06'],
    ['XXXX-12-31', '2018-12-31'],
    ['XXXX-06-01', '2019-06-01'],
    ['XXXX-XX-06', '2019-03-06'],
    ['XXXX-XX-28', '2019-02-28'],
    ['XXXX-XX-31', '2019-01-31'],
    ['XXXX-XX-08', '2019-03-08'],
    ['XXXX-02-29', '2016-02-29'],
    ['XXXX-03-06T18', '2019-03-06T18'],
    ['XXXX-02-05T22/XXXX-02-06T14', '2019-02-05T22/2019-02-06T14'],
    ['XXXX-Q4', '2018-Q4'],
    ['2017-05-02', '2017-05-02'],
    ['2017-02-30', undefined],
    ['2017', '2017'],
    ['T18:30', undefined],
    ['198X', undefined],
  ];
  for (const [value, resolved] of table) it(value, () => assert.equal(resolveDate(value, issue), resolved));
  it('needs a full date to start from', () => assert.equal(resolveDate('XXXX-03-06', '2019'), undefined));
});

describe('words for days and years', () => {
  const issue = '2020-03-01';
  for (const [word, value] of [
    ['昨日', '2020-02-29'],
    ['前天', '2020-02-28'],
    ['今年', '2020'],
    ['去年', '2019'],
    ['去年同期', '2019-03-01'],
    ['上月', '2020-02'],
    ['下月', '2020-04'],
    ['上周', '2020-02-17/2020-02-23'],
    ['後天', '2020-03-03'],
  ] as const) {
    it(word, () => assert.equal(resolveRelative(word, issue), value));
  }
  it('are found where the pointer is', () => {
    assert.deepEqual(relativeDateAt('产量比去年同期高', 5, issue), { start: 3, end: 7, value: '2019-03-01' });
    assert.equal(relativeDateAt('产量比去年同期高', 1, issue), undefined);
  });
});

describe('lunar dates', () => {
  it('name month and day', () => {
    assert.deepEqual(lunarDate('正月初一'), { month: 1, day: 1, leap: false });
    assert.deepEqual(lunarDate('大年初三'), { month: 1, day: 3, leap: false });
    assert.deepEqual(lunarDate('农历闰四月十五'), { month: 4, day: 15, leap: true });
    assert.equal(lunarDate('除夕'), undefined);
  });
});

describe('toSI', () => {
  const convert = (text: string): unknown => {
    const [figure] = readFigures(text);
    const found = figure === undefined ? undefined : toSI(figure);
    return found === undefined ? undefined : [found.value, found.unit];
  };
  it('converts lengths, areas, masses, temperatures, energy, power, speed and data', () => {
    assert.deepEqual(convert('3公里'), [3000, 'm']);
    assert.deepEqual(convert('15亩'), [10000, 'm²']);
    assert.deepEqual(convert('2.5吨'), [2500, 'kg']);
    assert.deepEqual(convert('20摄氏度'), [293.15, 'K']);
    assert.deepEqual(convert('2千瓦时'), [7200000, 'J']);
    assert.deepEqual(convert('600兆瓦'), [600000000, 'W']);
    assert.deepEqual(convert('36公里/小时'), [10, 'm/s']);
    assert.deepEqual(convert('1 MB'), [8000000, 'bit']);
    assert.deepEqual(convert('2至3升'), [[0.002, 0.003], 'm³']);
  });
  it('leaves counts alone', () => assert.equal(convert('3个'), undefined));
});

describe('what is counted, and where', () => {
  const read = (text: string): unknown[] =>
    readSubjects(text, readFigures(text)).map(({ subject, place }) => [subject, place]);
  it('from the noun behind the measure word', () => {
    assert.deepEqual(read('青山县组织120名志愿者。'), [['志愿者', '青山县']]);
  });
  it('from the noun before the number', () => {
    assert.deepEqual(read('全县新建幼儿园45所。'), [['新建幼儿园', '全县']]);
  });
  it('carried through a list', () => {
    assert.deepEqual(read('共有确诊病例9例，其中临江市4例、青山县5例。'), [
      ['确诊病例', undefined],
      ['确诊病例', '临江市'],
      ['确诊病例', '青山县'],
    ]);
  });
});
