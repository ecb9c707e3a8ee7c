// A page's frame: puts google.script.run and google.script.host.close there, by messages to the page around it, and then writes the add-on's page,
// as Sheets does. So no element of the page is the bridge's.
(() => {
  type Handler = (value: unknown) => void;
  const open = new Map<number, { success: Handler; failure: Handler }>();
  let lastCall = 0;
  const nothing = () => undefined;
  const runner = (success: Handler, failure: Handler): unknown =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === "withSuccessHandler") return (handler: Handler) => runner(handler, failure);
          if (name === "withFailureHandler") return (handler: Handler) => runner(success, handler);
          return (...args: unknown[]) => {
            lastCall += 1;
            open.set(lastCall, { success, failure });
            parent.postMessage(
              { call: lastCall, functionName: String(name), args: JSON.stringify(args) },
              "*",
            );
          };
        },
      },
    );
  const answered = ({ source, data }: MessageEvent) => {
    if (source !== parent) return;
    const call = open.get(data.call);
    open.delete(data.call);
    if (data.ok) call?.success(data.value);
    else call?.failure(new Error(data.message));
  };
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || typeof data.page !== "string") return;
    // Opening takes away the window's listeners, this one among them; its globals stay.
    document.open();
    addEventListener("message", answered);
    document.write(data.page);
    document.close();
  });
  const host = { close: () => parent.postMessage({ close: true }, "*") };
  Object.assign(window, { google: { script: { run: runner(nothing, nothing), host } } });
})();
