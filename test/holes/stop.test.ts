import { type ServiceCall, ServiceFault } from "../../local/runtime/local-runtime";
import { AddOn, type Row } from "../add-on/add-on";

const storageFails = () =>
  new ServiceFault("We're sorry, a server error occurred while reading from storage. Error code INTERNAL.");

/** A run of twenty-four orders that waits for the rate limit, and a storage that fails as `fails` says. */
function waitingRun() {
  const rows = Array.from({ length: 24 }, (_, index): Row => ({ "Order ref": `R-${index + 1}` }));
  let fails: (call: ServiceCall) => boolean = () => false;
  const addOn = new AddOn({
    rows,
    api: { limit: 6 },
    runtime: {
      beforeCall: (call) => {
        if (fails(call)) throw storageFails();
      },
    },
  });
  addOn.call("startRun", ["create", addOn.planToken("create")]);
  addOn.clock.sleep(70_000);
  const break_ = (next: typeof fails) => {
    fails = next;
  };
  return { addOn, runId: addOn.runId(), break_ };
}

describe("Stop", () => {
  test("holds although the storage fails once, and no order leaves after it", () => {
    const { addOn, runId, break_ } = waitingRun();
    const made = addOn.made().length;
    let failed = false;
    break_(({ method }) => {
      const isFirst = !failed && method === "setProperties";
      failed ||= isFirst;
      return isFirst;
    });
    expect(addOn.call("stopRun", [runId])).toMatchObject({ run: { state: "ended" } });
    expect(failed).toBe(true);
    expect(addOn.call("continueRun", [runId])).toMatchObject({ run: { state: "ended" } });
    expect(addOn.made()).toHaveLength(made);
    expect(addOn.cells("Status").filter((status) => status === "Not sent")).toHaveLength(24 - made);
  });

  test("says that the run may be going on if the storage never takes it, and nothing is claimed to be stopped", () => {
    const { addOn, runId, break_ } = waitingRun();
    const made = addOn.made().length;
    break_(({ method }) => method === "setProperties");
    expect(() => addOn.call("stopRun", [runId])).toThrow(
      "Google did not take the Stop: the run may still be going on. Press Stop again.",
    );
    expect(addOn.cells("Status").filter((status) => status === "Valid")).toHaveLength(24 - made);
    break_(() => false);
    expect(addOn.call("stopRun", [runId])).toMatchObject({ run: { state: "ended" } });
    expect(addOn.made()).toHaveLength(made);
  });
});
