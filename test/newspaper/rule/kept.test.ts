import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyse, findingsOf, type Issue, setStatistics } from '../../../server/src/newspaper/index.ts';

setStatistics(() => readFileSync(new URL('../../../server/data/statistics.bin', import.meta.url)));
const sample = readFileSync(new URL('../../fixture/sample.dump.txt', import.meta.url), 'utf8');

function typed(issue: Issue, text: string, at: number, key: string): { issue: Issue; text: string } {
  const now = text.slice(0, at) + key + text.slice(at);
  return { text: now, issue: analyse(now, issue, { start: at, oldEnd: at, newEnd: at + key.length }) };
}

const findingsIn = ({ pages }: Issue) => pages.flatMap(({ page }) => findingsOf(page));

test('what is found elsewhere is found again as it was, and where it stands now', () => {
  const before = analyse(sample);
  const found = findingsIn(before);
  assert.ok(found.length > 8);
  const at = sample.indexOf('“橹要压得稳') + 40;
  const { issue, text } = typed(before, sample, at, '的');
  const now = findingsIn(issue);
  assert.deepEqual(now, findingsIn(analyse(text)));
  const kept = now.filter(({ message }) => found.some((finding) => finding.message === message));
  assert.equal(kept.length, found.length, 'nothing was put into words again');
  assert.ok(
    now.some((finding, place) => finding === found[place]),
    'before the key all stands where it stood',
  );
  assert.ok(now.some(({ span }, place) => span.start === found[place]!.span.start + 1));
});

test('findings after any keys are those of a page read from scratch', () => {
  const keys = fc.array(
    fc.tuple(fc.nat(sample.length), fc.constantFrom('水', '8', '，', '。', '萬', '”', '（下转第3版）', '32人')),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(keys, (all) => {
      let state = { issue: analyse(sample), text: sample };
      findingsIn(state.issue);
      for (const [at, key] of all) {
        state = typed(state.issue, state.text, at, key);
        assert.deepEqual(findingsIn(state.issue), findingsIn(analyse(state.text)));
      }
    }),
    { numRuns: 150 },
  );
});
