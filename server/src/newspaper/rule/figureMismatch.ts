import type { Check } from '../figure/check/index.ts';
import { contradictoryReadingsOf, mayContradictIn, placeOf, type Reading } from '../figure/reading.ts';
import type { Page } from '../page/page.ts';
import { type Finding, type Message, message, type Rule } from './finding.ts';

/** Figures of which the sentence says that they must add up, and which do not. */
export const figureMismatch: Rule = {
  code: 'figure-mismatch',
  severity: 'warning',
  check(page) {
    const findings: Finding[] = [];
    for (const reading of contradictoryReadingsOf(page)) {
      for (const check of reading.checks) if (!check.holds) findings.push(findingOf(page, reading, check));
    }
    return findings;
  },
  keeps: (page, { change: { block, now } }) => !mayContradictIn(page, block, now),
  fixes: () => [],
};

function findingOf(page: Page, reading: Reading, check: Check): Finding {
  const { figures, text } = reading;
  const words = (index: number) => text.slice(figures[index]!.start, figures[index]!.end);
  const place = (index: number) => placeOf(page, reading, figures[index]!.start, figures[index]!.end);
  const { block, ...span } = place(check.total);
  return {
    code: 'figure-mismatch',
    block,
    span,
    certainty: 1,
    message: explain(check, words),
    related: check.parts.map((part) => {
      const { start, end } = place(part);
      return { span: { start, end }, message: message('“{0}” is held against it', words(part)) };
    }),
    context: [check.total, ...check.parts].map(words).join('|'),
  };
}

/** How many parts a message names. */
const namedParts = 5;

function explain({ kind, total, parts, made }: Check, words: (index: number) => string): Message {
  const whole = words(total);
  const joint = kind === 'difference' ? ' − ' : ' + ';
  const named = parts.slice(0, namedParts).map(words).join(joint) + (parts.length > namedParts ? ' + …' : '');
  switch (kind) {
    case 'list':
    case 'sum':
      return message('“{0}” is said to be the whole, but its parts {1} make {2}.', whole, named, made!);
    case 'stock':
      return message(
        '“{0}” is said to be all there were, but {1}, those gone and those still there, make {2}.',
        whole,
        named,
        made!,
      );
    case 'difference':
      return message('“{0}” is said to be the difference, but {1} make {2}.', whole, named, made!);
    case 'part':
      return message('“{0}” is the whole, but its part {1} is larger.', whole, named);
    case 'date':
      return message('There is no such day as “{0}”.', whole);
    case 'interval':
      return message('“{0}” ends before it begins.', whole);
    case 'share':
    case 'growth':
      return message('“{0}” does not follow from {1}, which make {2}%.', whole, named, made!);
  }
}
