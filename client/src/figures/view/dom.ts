/** What an element is given: attributes by their names, what it says as `text`. */
type Given = Readonly<Record<string, string | number | boolean | undefined>>;

/** A new element of HTML. What it says is only ever set as text, since dumps are untrusted. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  given: Given = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  return filled(document.createElement(name), given, children);
}

/** A new element of SVG. */
export function drawn<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  given: Given = {},
  ...children: readonly Node[]
): SVGElementTagNameMap[Name] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), given, children);
}

function filled<Made extends Element>(made: Made, given: Given, children: readonly Node[]): Made {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === false) continue;
    if (name === 'text') made.textContent = String(value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}
