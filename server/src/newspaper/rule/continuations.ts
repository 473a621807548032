import type { Continuation, Evidence } from '../continuation/continuation.ts';
import { evidencePhrases } from '../continuation/evidence.ts';
import type { Page } from '../page/page.ts';
import { type Message, message } from './finding.ts';

/** How many reasons a message names. */
const namedReasons = 3;

/** The strongest reasons for a decision, in words. */
export function reasons(evidence: readonly Evidence[]): readonly Message[] {
  const phrases: Message[] = [];
  for (const { weight, id } of evidence) {
    const phrase = weight > 0 ? evidencePhrases[id] : undefined;
    if (phrase === undefined) continue;
    phrases.push(said(phrase));
    if (phrases.length === namedReasons) break;
  }
  return phrases.length > 0 ? phrases : [message('it ends without a full stop')];
}

const messages = new Map<string, Message>();

/** A phrase as a message, one for all who use it: there are few phrases and many findings. */
function said(phrase: string): Message {
  let known = messages.get(phrase);
  if (known === undefined) {
    known = message(phrase);
    messages.set(phrase, known);
  }
  return known;
}

/** The continuation that starts at a block. */
export function continuationFrom(page: Page, block: number): Continuation | undefined {
  return page.continuations.find(({ at }) => at === block);
}

/** All links of the chain that a link belongs to, in reading order. */
export function chainOf(page: Page, link: Continuation): readonly Continuation[] {
  const from = new Map(page.continuations.map((item) => [item.at, item]));
  const to = new Map(page.continuations.map((item) => [item.to, item]));
  let first = link;
  for (let earlier = to.get(first.at); earlier !== undefined && earlier !== link; earlier = to.get(first.at))
    first = earlier;
  const chain: Continuation[] = [];
  for (
    let item: Continuation | undefined = first;
    item !== undefined && !chain.includes(item);
    item = item.to === undefined ? undefined : from.get(item.to)
  ) {
    chain.push(item);
  }
  return chain;
}
