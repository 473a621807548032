/** Markdown made of a dump's words: nothing in them may act as markup, a link or HTML, since dumps are untrusted. */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!|<>&~$:@]/gu, (character) =>
      character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
    )
    .replace(/[\r\n]+/gu, ' ');
}

/** `text` in bold. */
export function strong(text: string): string {
  return `**${plain(text)}**`;
}
