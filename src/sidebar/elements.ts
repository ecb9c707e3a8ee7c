/** The element of sidebar.html with this id; the page and the script are one file, so a missing one is a bug. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`sidebar.html has no ${kind.name} #${id}`);
  return element;
}

/** A new element that holds plain text: markup in it shows as it is. */
export function textElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  text: string,
  className = "",
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== "") element.className = className;
  return element;
}

/** A name and its value, for a description list. */
export function fact(name: string, value: string): HTMLElement[] {
  return [textElement("dt", name), textElement("dd", value)];
}

/** Shows the outcome of an action in its live region; `good` is undefined for what is neither good nor bad. */
export function report(region: HTMLElement, message: string, good?: boolean): void {
  region.textContent = message;
  region.classList.toggle("bad", good === false);
  region.classList.toggle("good", good === true);
}
