import { type StandInProcess, startStandIn } from "../../local/api/process";
import { type WorkerTransport, workerTransport } from "../../local/runtime/local-runtime";
import { AddOn } from "./add-on";

interface Listed {
  data: { id: string; shippingAddress: { firstName: string } }[];
  meta: { total: number };
}

describe("over real HTTP, to an API in a process of its own", () => {
  let standIn: StandInProcess;
  let transport: WorkerTransport;
  beforeAll(async () => {
    standIn = await startStandIn(["--limit", "1000"]);
    transport = workerTransport();
  });
  afterAll(async () => {
    await transport.close();
    await standIn.stop();
  });

  async function listed(): Promise<Listed> {
    const answer = await fetch(`${standIn.url}/orders?limit=100`, { headers: { "x-api-key": standIn.key } });
    return answer.json() as Promise<Listed>;
  }

  function addOnWith(count: number, label: string): AddOn {
    const rows = Array.from({ length: count }, (_, index) => ({ "First name": `${label}${index}` }));
    return new AddOn({ rows, apiKey: standIn.key, http: { transport, address: standIn.url } });
  }

  test("every order arrives once, and its ID stands beside its row", async () => {
    const addOn = addOnWith(40, "Once");
    expect(addOn.create()).toBe("40 orders: 40 created.");
    const { data, meta } = await listed();
    expect(meta.total).toBe(40);
    const names = new Map(data.map((order) => [order.id, order.shippingAddress.firstName]));
    expect(addOn.cells("Order ID").map((id) => names.get(id))).toEqual(addOn.cells("First name"));
  });

  test("a connection that is really reset after the order was made leaves a batch in doubt, and Resolve finds it", async () => {
    const before = (await listed()).meta.total;
    const addOn = addOnWith(6, "Reset");
    await fetch(`${standIn.adminUrl}/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ next: [null, null, "reset-after"] }),
    });
    expect(addOn.create()).toContain("5 unconfirmed");
    expect((await listed()).meta.total).toBe(before + 6);
    expect(addOn.resolve()).toBe("6 orders: 5 created and 1 unchanged.");
    expect((await listed()).meta.total).toBe(before + 6);
    expect(new Set(addOn.cells("Order ID")).size).toBe(6);
  });

  test("with nobody at the address the orders are in doubt, and no sentence shows the exception", () => {
    const addOn = new AddOn({
      rows: [{}],
      apiKey: standIn.key,
      http: { transport, address: "http://127.0.0.1:9/customer/api/open/v1" },
    });
    addOn.create();
    expect(addOn.cell(2, "Status")).toBe("Unconfirmed");
    expect(addOn.said.join("\n")).not.toMatch(/127\.0\.0\.1|Address unavailable|ECONN/);
  });
});
