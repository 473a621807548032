import { type DumpSign, type Message, message, looksLikeDump as read } from '../../newspaper/index.ts';
import type { LooksLikeDumpParams, LooksLikeDumpResult } from '../../protocol.ts';
import { say } from '../translate.ts';

/** What each sign is called; signs against a dump are no reason to name. */
const signs: Partial<Record<DumpSign, Message>> = {
  datelines: message('datelines'),
  jumps: message('jump lines'),
  pageLines: message('page lines'),
  bylines: message('bylines'),
  briefs: message('briefs'),
  repeatedHeadlines: message('repeated headlines'),
  headlines: message('headlines'),
};

/** Whether a plain text looks like a newspaper dump, and what speaks for it. */
export function looksLikeDump({ text }: LooksLikeDumpParams): LooksLikeDumpResult {
  const { score, reasons } = read(text);
  return {
    score,
    reasons: reasons.flatMap(({ sign, count }) => {
      const name = signs[sign];
      return name === undefined ? [] : [say(message('{0}: {1}', name, count))];
    }),
  };
}
