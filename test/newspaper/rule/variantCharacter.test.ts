import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, findingsOf } from '../../../server/src/newspaper/index.ts';

/** What the rule for variant characters says of a page: each character and its standard. */
function variants(text: string): string[] {
  return analyse(text).pages.flatMap(({ page }) =>
    findingsOf(page)
      .filter(({ code }) => code === 'variant-character')
      .map(({ span, message }) => page.text.slice(span.start, span.end) + message.values[1]),
  );
}

const simplified = '望屿市税务局说，这条新规从发布之日起实行，为过路的船户减免费用。';
const traditional = '霧嶼縣稅務局說，這項新規定即日起實行，為過路的船戶減免費用，青年會的學生還會協助說明。';

test('traditional characters strewn in simplified text are named with their standard', () => {
  assert.deepEqual(variants(`${simplified}\n\n${simplified.replace('税', '稅')}`), ['稅税']);
});

test('a quotation that is traditional as a whole is left alone', () => {
  assert.deepEqual(variants(`${simplified.repeat(6)}\n\n碑上刻着“萬盞燈籠照亮歸帆”。`), []);
});

test('traditional text is no variant of itself', () => {
  assert.deepEqual(variants(traditional), []);
});

test('an old form is named where the page prints the usual one elsewhere', () => {
  assert.deepEqual(variants(`${traditional}\n\n${traditional.replace('即', '卽')}`), ['卽即']);
});

test('a letter among digits is named, a letter of a name is not', () => {
  assert.deepEqual(variants('这座桥长1O5米，编号G2O，用了2l3吨钢。'), ['O0', 'l1']);
});
