// Stands in the sidebar's frame before its own script: google.script.run, by messages to the page around the frame.
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
  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    const call = open.get(data.call);
    open.delete(data.call);
    if (data.ok) call?.success(data.value);
    else call?.failure(new Error(data.message));
  });
  Object.assign(window, { google: { script: { run: runner(nothing, nothing) } } });
})();
