/** What the build makes elements with. It is injected by the build, since it is shorter in the page than the default. */
export { Fragment, h } from "preact";
