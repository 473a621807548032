import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDate, readPageName } from '../../../server/src/newspaper/page/folio.ts';

test('the day of the issue, in the figures and eras that papers print', () => {
  for (const [line, date] of [
    ['2031年4月6日 星期日', '2031-04-06'],
    ['A12 港聞 2031-04-06', '2031-04-06'],
    ['二〇三一年四月六日', '2031-04-06'],
    ['民国二十六年四月六日', '1937-04-06'],
    ['中華民國一百零八年三月五日 星期二', '2019-03-05'],
    ['中華民國一百二十年十一月二十五日', '2031-11-25'],
    ['民國108年3月5日', '2019-03-05'],
    ['青石日报/2031年/4月/6日/第003版', '2031-04-06'],
    ['民國108年13月5日', undefined],
    ['第三版', undefined],
  ] as const) {
    assert.equal(readDate(line), date, line);
  }
});

test('the page, however it is printed', () => {
  for (const [line, page] of [
    ['青石晚报 2031年4月6日 星期日 第3版 要闻', '3'],
    ['要闻 2031年4月6日 星期日 03版', '3'],
    ['A12 港聞 2031年4月6日（星期日）', 'A12'],
    ['3 国际', '3'],
    ['国际/3', '3'],
    ['A3要闻', 'A3'],
    ['財經新聞 08', '8'],
    ['要闻三版', '3'],
    ['（头版）', '1'],
    ['青石日报/2031年/4月/6日/第003版', '3'],
    ['2031年4月6日 星期日', undefined],
  ] as const) {
    assert.equal(readPageName(line), page, line);
  }
});
