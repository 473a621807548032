/** Whether two values of plain data (numbers, strings, lists, objects) say the same. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let place = 0; place < one.length; place++) if (!isEqual(one[place], other[place])) return false;
    return true;
  }
  // loops over the names themselves: lists of them would be most of the cost
  let names = 0;
  for (const name in one) {
    if (!isEqual((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name])) return false;
    names++;
  }
  for (const _ in other) names--;
  return names === 0;
}
