import * as l10n from '@vscode/l10n';
import simplifiedChinese from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };
import { evidence, type Message } from '../newspaper/index.ts';

/** What is seen of a cut carries its own translation. */
const phrases = Object.fromEntries(Object.values(evidence).map(({ en, zh }) => [en, zh]));

/** Translations taken apart at what is put into them: words and, between them, which value. Made when first said. */
const templates = new Map<string, readonly string[]>();
let separator = '; ';
let locale = 'en';

/** Chooses the language of everything the server says. `wanted` as the client names it, such as `zh-cn`. */
export function speak(wanted: string | undefined): void {
  const chinese = /^zh(?!-(?:tw|hk|hant))/iu.test(wanted ?? '');
  locale = chinese ? 'zh-CN' : 'en';
  separator = chinese ? '；' : '; ';
  templates.clear();
  l10n.config({ contents: chinese ? { ...phrases, ...simplifiedChinese } : {} });
}

/** A message in the reader's language. `firstLine` is the dump's line (0-based) at which the message's page begins. */
export function say(message: Message, firstLine = 0): string {
  let template = templates.get(message.text);
  if (template === undefined) {
    template = l10n.t(message.text).split(/\{(\d+)\}/u);
    templates.set(message.text, template);
  }
  let words = template[0]!;
  for (let at = 1; at < template.length; at += 2) {
    const value = message.values[Number(template[at])];
    words += `${value === undefined ? '' : spoken(value, firstLine)}${template[at + 1]}`;
  }
  return words;
}

function spoken(value: Message['values'][number], firstLine: number): string | number {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: Message) => say(item, firstLine)).join(separator);
  if ('line' in value) return firstLine + value.line + 1;
  return say(value as Message, firstLine);
}

/** The language in use, as `Intl` names it. */
export function language(): string {
  return locale;
}

/** A number as it is written in the language in use. */
export function inWords(value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}
