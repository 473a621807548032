import type { Page } from '../page/page.ts';
import { findVariants, type Printed, printedAfter, readScript, type Script } from '../variant/variants.ts';
import { type Finding, type Message, message, type Rule } from './finding.ts';
import { spanIn } from './place.ts';

/** How many characters around a variant tell it from others. */
const contextCharacters = 4;

/** Kept for the next edit. */
const printedOn = new WeakMap<Page, Printed>();

/** A character of the other script, or one that a recogniser takes for another. */
export const variantCharacter: Rule = {
  code: 'variant-character',
  severity: 'hint',
  check(page) {
    const printed = readScript(page.blocks);
    printedOn.set(page, printed);
    const { script, suspects } = printed;
    const usesStandard = (standard: string) => page.text.includes(standard);
    const findings: Finding[] = [];
    for (const block of suspects) {
      const { text } = block.paragraph;
      for (const { index, standard } of findVariants(block.paragraph, script, usesStandard)) {
        const found = text[index]!;
        findings.push({
          code: 'variant-character',
          block: block.index,
          span: spanIn(block, index, index + 1),
          certainty: 1,
          message: explain(found, standard, script),
          related: [],
          context: text.slice(Math.max(0, index - contextCharacters), index + contextCharacters + 1),
        });
      }
    }
    return findings;
  },
  keeps(page, { former, change: { before, now } }) {
    const known = printedOn.get(former);
    const printed = known && printedAfter(known, before, now);
    if (printed !== undefined) printedOn.set(page, printed);
    return printed !== undefined;
  },
  fixes(page, finding) {
    const found = page.text.slice(finding.span.start, finding.span.end);
    const standard = standardOf(finding);
    return [
      {
        title: message('Replace “{0}” by “{1}”', found, standard),
        changes: [{ span: finding.span, text: standard }],
        preferred: false,
        moves: false,
      },
    ];
  },
  fixKind: {
    title: message('Replace all variant characters in the file'),
    changes: (_page, findings) => findings.map((finding) => ({ span: finding.span, text: standardOf(finding) })),
  },
};

/** The standard character that a finding's message names. */
function standardOf(finding: Finding): string {
  return String(finding.message.values[1]);
}

function explain(found: string, standard: string, script: Script): Message {
  if (/\d/u.test(standard)) return message('“{0}” stands among digits; most likely it is “{1}”.', found, standard);
  return script === 'simplified'
    ? message('“{0}” is not used in simplified text; the standard character is “{1}”.', found, standard)
    : message('“{0}” is an old form; elsewhere the page prints “{1}”.', found, standard);
}
