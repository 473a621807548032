/** So many answers are kept. */
const most = 1_000;

/** A function of a text that keeps what it gave, such as of a dump's URI, which is asked for again after every key. */
export function remembering<Value extends NonNullable<unknown>>(
  work: (text: string) => Value,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      if (known.size === most) known.clear();
      value = work(text);
      known.set(text, value);
    }
    return value;
  };
}
