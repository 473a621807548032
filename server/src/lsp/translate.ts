import * as l10n from '@vscode/l10n';
import simplifiedChinese from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };
import type { Message } from '../newspaper/index.ts';

let separator = '; ';

/** Chooses the language of everything the server says. `locale` as the client names it, such as `zh-cn`. */
export function speak(locale: string | undefined): void {
  const chinese = /^zh(?!-(?:tw|hk|hant))/iu.test(locale ?? '');
  separator = chinese ? '；' : '; ';
  l10n.config({ contents: chinese ? simplifiedChinese : {} });
}

/** A message in the reader's language. `firstLine` is the dump's line (0-based) at which the message's page begins. */
export function say(message: Message, firstLine = 0): string {
  return l10n.t(message.text, ...message.values.map((value) => spoken(value, firstLine)));
}

function spoken(value: Message['values'][number], firstLine: number): string | number {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: Message) => say(item, firstLine)).join(separator);
  if ('line' in value) return firstLine + value.line + 1;
  return say(value as Message, firstLine);
}
