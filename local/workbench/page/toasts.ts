import { button, byId, element } from "./element";

/** A message at the corner of the page; negative seconds: until it is dismissed. */
export function showToast(title: string, message: string, seconds: number): void {
  const toast = element("div", "toast");
  const close = button("×", () => toast.remove());
  close.setAttribute("aria-label", "Dismiss");
  if (title !== "") toast.append(element("strong", "", title));
  toast.append(element("p", "", message), close);
  byId("toasts").append(toast);
  if (seconds >= 0) setTimeout(() => toast.remove(), Math.max(1, seconds) * 1000);
}

/** The one line at the top for what went wrong; an empty text takes it away. */
export function showNotice(message: string): void {
  const notice = byId("notice");
  notice.textContent = message;
  notice.hidden = message === "";
}
