/** True where a jump line that names `page` can mean a page that is called one of `own`. */
export function names(own: readonly string[], page: string | undefined): boolean {
  return page !== undefined && own.some((name) => name === page || withoutPart(name) === page);
}

/** What jump lines may call a page that is called so, each once: `4` also means page A4. */
export function meantBy(own: readonly string[]): readonly string[] {
  if (own.length === 0) return own;
  return [...new Set([...own, ...own.flatMap((name) => withoutPart(name) ?? [])])];
}

/** The number of a page whose name has the letter of a part of the paper before it; undefined for others. */
function withoutPart(name: string): string | undefined {
  return /^[A-Z]\d/u.test(name) ? name.slice(1) : undefined;
}
