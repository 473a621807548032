import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Matching, marginals } from '../../../server/src/newspaper/continuation/marginals.ts';

function matching(sources: number[], targets: number[], links: [number, number, number][]): Matching {
  return {
    sources,
    targets,
    from: links.map(([from]) => from),
    to: links.map(([, to]) => to),
    scores: links.map(([, , score]) => score),
  };
}

/** The same by counting every state there is. */
function counted({ sources, targets, from, to, scores }: Matching) {
  const links = new Float64Array(scores.length);
  const lost = new Float64Array(sources.length);
  const orphaned = new Float64Array(targets.length);
  let total = 0;
  for (let state = 0; state < 2 ** scores.length; state++) {
    const chosen = [...scores.keys()].filter((link) => state & (2 ** link));
    const used = new Set(chosen.map((link) => from[link]));
    const taken = new Set(chosen.map((link) => to[link]));
    if (used.size < chosen.length || taken.size < chosen.length) continue;
    let weight = chosen.reduce((product, link) => product * Math.exp(scores[link]!), 1);
    for (const [source, score] of sources.entries()) if (!used.has(source)) weight *= 1 + Math.exp(score);
    for (const [target, score] of targets.entries()) if (!taken.has(target)) weight *= 1 + Math.exp(score);
    total += weight;
    for (const link of chosen) links[link]! += weight;
    for (const [source, score] of sources.entries())
      if (!used.has(source)) lost[source]! += (weight * Math.exp(score)) / (1 + Math.exp(score));
    for (const [target, score] of targets.entries())
      if (!taken.has(target)) orphaned[target]! += (weight * Math.exp(score)) / (1 + Math.exp(score));
  }
  return {
    links: links.map((sum) => sum / total),
    lost: lost.map((sum) => sum / total),
    orphaned: orphaned.map((sum) => sum / total),
  };
}

function close(got: readonly number[], want: Float64Array): void {
  for (const [index, value] of want.entries()) assert.ok(Math.abs(got[index]! - value) < 1e-4, `${got} ${want}`);
}

test('where links form no rings the probabilities are exact', () => {
  const score = fc.double({ min: -8, max: 8, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(score, { minLength: 8, maxLength: 8 }),
      fc.array(score, { minLength: 5, maxLength: 5 }),
      (ends, links) => {
        const zigzag = [
          [0, 0],
          [0, 1],
          [1, 1],
          [1, 2],
          [3, 3],
        ] as const;
        const problem = matching(
          ends.slice(0, 4),
          ends.slice(4),
          zigzag.map(([from, to], at) => [from, to, links[at]!]),
        );
        const got = marginals(problem);
        const want = counted(problem);
        close(got.links, want.links);
        close(got.lost, want.lost);
        close(got.orphaned, want.orphaned);
      },
    ),
  );
});

test('two cuts that want one start share it', () => {
  const { links, lost } = marginals(
    matching(
      [1, 1],
      [-6],
      [
        [0, 0, 8],
        [1, 0, 8],
      ],
    ),
  );
  assert.ok(Math.abs(links[0]! - links[1]!) < 1e-9);
  assert.ok(links[0]! + links[1]! <= 1 + 1e-6);
  assert.ok(lost[0]! > 0.3);
});

test('a cut gives way to another whose only partner it would take', () => {
  const { links } = marginals(
    matching(
      [2, 2],
      [-3, -3],
      [
        [0, 0, 9],
        [0, 1, 8],
        [1, 0, 9],
      ],
    ),
  );
  assert.ok(links[1]! > links[0]!);
  assert.ok(links[2]! > 0.5);
});

test('whatever the scores, all that comes out are probabilities', () => {
  const score = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const link = fc.tuple(fc.nat(5), fc.nat(5), score);
  fc.assert(
    fc.property(
      fc.array(score, { minLength: 6, maxLength: 6 }),
      fc.array(score, { minLength: 6, maxLength: 6 }),
      fc.uniqueArray(link, { selector: ([from, to]) => from * 6 + to, maxLength: 36 }),
      (sources, targets, links) => {
        const got = marginals(matching(sources, targets, links));
        for (const value of [...got.links, ...got.lost, ...got.orphaned])
          assert.ok(value >= 0 && value <= 1, `${value}`);
      },
    ),
  );
});

test('nothing in, nothing out', () => {
  assert.equal(marginals(matching([], [], [])).links.length, 0);
});
