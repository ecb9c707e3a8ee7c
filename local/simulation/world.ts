import { readOrderId } from "../../src/bitbybit/order-id";
import type { ApiKey } from "../api/gate";
import type { Order } from "../api/order";
import { StandIn } from "../api/stand-in";
import { heavyTailedLatency } from "../runtime/latency";
import type { HttpRequest } from "../runtime/local-runtime";
import {
  type ExceptionLanguage,
  LocalRuntime,
  type ServiceCall,
  SimulatedClock,
  Spreadsheet,
  Stores,
  type Unknowns,
} from "../runtime/local-runtime";
import type { SpreadsheetSnapshot } from "../runtime/model/spreadsheet";
import { SpreadsheetUser } from "../runtime/model/user-acts";
import { checkClaim, checkShown, watchToken } from "./in-flight";
import type { TokenPlace } from "./order-sheet";
import { RandomSource } from "./random-source";
import { type RequestFault, simulatedNetwork } from "./simulated-network";
import { Trace } from "./trace";
import type { Failure } from "./verdict";
import { WantedOrders } from "./wanted-orders";

/** The keys of the shop; their texts must be nowhere but in user properties and in the requests' headers. */
export const apiKeys = {
  first: "bbb_test_kx7Qm2Vd9Rw4Tz8Lp3Hs6Nf1",
  second: "bbb_test_yB5Jc0Gg7Xe2Wq9Ma4Uk8Do3",
} as const;

/** A user of the spreadsheet. */
export interface Person {
  name: string;
  runtime: LocalRuntime;
}

/** What may happen at the boundaries of service calls and on the network; replaced from phase to phase. */
export interface Troubles {
  before(call: ServiceCall, person: Person): void;
  after(call: ServiceCall, person: Person): void;
  request(request: HttpRequest): RequestFault;
}

export const peace: Troubles = { before: () => undefined, after: () => undefined, request: () => null };

/** How a world is set up. */
export interface WorldOptions {
  code: string;
  seed: number;
  /** Requests a window. */
  limit: number;
  tokenPlace: TokenPlace;
  /** False: the second user has an API key of their own. */
  sharedKey: boolean;
  /** The language in which exceptions come. Default "en". */
  language?: ExceptionLanguage;
}

/** A spreadsheet, its users, the add-on, the API, and a clock; everything drawn from one seed. */
export class World {
  readonly seed: number;
  readonly random: RandomSource;
  /** A stream of its own: what it decides leaves the rest of a schedule as it was. */
  readonly storageRandom: RandomSource;
  /** The same for what nobody has documented of the platform. */
  readonly platformRandom: RandomSource;
  /** The same for what people do in the shop itself. */
  readonly shopRandom: RandomSource;
  /** The language in which exceptions come. */
  readonly language: ExceptionLanguage;
  readonly clock = new SimulatedClock(Date.UTC(2026, 0, 5, 9));
  readonly trace = new Trace(() => this.clock.now());
  readonly wanted = new WantedOrders();
  readonly spreadsheet = new Spreadsheet({ id: "simulated-1", name: "Shop" });
  readonly user = new SpreadsheetUser(this.spreadsheet, () => this.clock.now());
  readonly stores = new Stores();
  readonly standIn: StandIn;
  readonly tokenPlace: TokenPlace;
  readonly first: Person;
  readonly second: Person;
  troubles: Troubles = peace;
  /** Everything that users saw and that was logged, to look for the API key in it. */
  readonly shown: string[] = [];
  /** Versions of the file that can be restored. */
  readonly versions: { atMs: number; snapshot: SpreadsheetSnapshot }[] = [];
  /** The order of the rows before their data columns were sorted alone: for the user who puts that right. */
  readonly partedSorts: { sheetId: number; places: string[] }[] = [];
  /** What went wrong on the way, as it was seen. */
  readonly failures: Failure[] = [];
  /** Order IDs that a user's drag-fill put into rows: copies, and, if it counted up, IDs of no order. */
  readonly filledIds = new Set<string>();
  /** The user cut, deleted or restored the log, so that it need not know every ID. */
  logTouched = false;
  /** What nobody has documented of the platform; drawn by schedules, likely without. */
  readonly unknowns: Unknowns = {};
  /** The document's properties were lost as a whole at some time: then only cells and shop know. */
  propertiesLost = false;
  /** Who has the fencing token, and since when. */
  token = { owner: "", takenAtMs: 0 };
  /** The storage of properties failed, or was full, at some time. */
  storageFailed = false;
  /** What stood in an order's notes before somebody wrote over them, by the order's ID. */
  readonly lostNotes = new Map<string, string>();
  /** A record of the journal before it was damaged, for whoever repairs it. */
  readonly damaged: { name: string; value: string }[] = [];
  /** Nobody but the add-on changes the sheet, and never two executions at once. */
  undisturbed = true;
  /** How many executions were begun, to tell them apart. */
  executions = 0;
  private readonly sentTokens = new Map<string, string>();
  /** True if the second user has an API key of their own. */
  readonly differentKeys: boolean;

  constructor(options: WorldOptions) {
    this.seed = options.seed;
    this.random = new RandomSource(options.seed);
    this.storageRandom = new RandomSource(options.seed ^ 0x2545f491);
    this.platformRandom = new RandomSource(options.seed ^ 0x3c6ef372);
    this.shopRandom = new RandomSource(options.seed ^ 0x1b873593);
    this.language = options.language ?? "en";
    this.tokenPlace = options.tokenPlace;
    this.differentKeys = !options.sharedKey;
    const keys: ApiKey[] = Object.values(apiKeys).map((key) => ({
      key,
      scopes: ["orders:read", "orders:write"],
    }));
    const ids = new RandomSource(options.seed ^ 0x5bd1e995);
    this.standIn = new StandIn({
      keys,
      now: () => this.clock.now(),
      random: ids.next,
      limit: options.limit,
      latencyMs: 400,
    });
    this.first = this.person("ana", options.code, apiKeys.first);
    this.second = this.person("budi", options.code, options.sharedKey ? apiKeys.first : apiKeys.second);
  }

  /** The token of the order that a send key was sent for; null for a key that was never sent. */
  tokenOfKey(sendKey: string): string | null {
    return this.sentTokens.get(stemOf(sendKey)) ?? null;
  }

  /** Remembers for which order a request leaves. */
  rememberRequest(body: string): void {
    const key = /Sheet ref: ([\w-]+)/.exec(body)?.[1] ?? "";
    this.sentTokens.set(stemOf(key), this.tokenOfBody(body));
  }

  /** Keeps the file as it is now among its versions. */
  saveVersion(): void {
    this.versions.push({ atMs: this.clock.now(), snapshot: this.user.saveVersion() });
  }

  /** Every order that was really made, under the ID that the add-on keeps for it. */
  made(): Order[] {
    this.standIn.carryOutLate();
    const orders = this.standIn.shop("test").allOrders();
    return orders.map((order) => ({ ...order, id: readOrderId(order.id, "")?.id ?? order.id }));
  }

  /** The token that an order of the API was made for. */
  tokenOf(order: Pick<Order, "notes" | "shippingAddress">): string {
    if (this.tokenPlace === "Address 2") return order.shippingAddress.address2 ?? "";
    // A shop may have joined the lines.
    return (order.notes ?? "").split(/\n| Sheet ref: /)[0] ?? "";
  }

  /** The token in the body of a request that creates an order. */
  tokenOfBody(body: string): string {
    const order: unknown = JSON.parse(body);
    const { notes = "", shippingAddress = {} } = Object(order);
    return this.tokenOf({ notes, shippingAddress: { address2: null, ...shippingAddress } });
  }

  private person(name: string, code: string, apiKey: string): Person {
    const settings = {
      v: 1,
      apiKey,
      userName: name,
      referencePlace: "notes",
      apiAddress: "https://api.bitbybit.studio/customer/api/open/v1",
    };
    this.stores.userProperties(name).setAll({ "bitbybit.settings": JSON.stringify(settings) });
    const show = (text: string) => {
      this.shown.push(text);
    };
    const runtime: LocalRuntime = new LocalRuntime({
      code,
      htmlFiles: { sidebar: "<p>sidebar</p>" },
      spreadsheet: this.spreadsheet,
      stores: this.stores,
      clock: this.clock,
      random: this.random.next,
      http: simulatedNetwork(this.standIn, this.clock, (request) => {
        checkClaim(this, request);
        return this.troubles.request(request);
      }),
      latency: heavyTailedLatency(this.random.next),
      user: name,
      ui: {
        alert: (dialog) => {
          show(dialog.text);
          return dialog.buttons === "OK" ? "OK" : "YES";
        },
        prompt: () => ({ button: "CANCEL", text: "" }),
        toast: (toast) => show(toast.message),
        showSidebar: (page) => show(page.html),
        showModalDialog: (page) => show(page.html),
      },
      log: (line) => show(line.text),
      language: this.language,
      // The add-on's own sentences stay English, for whoever reads the verdict.
      userLocale: "en",
      unknowns: this.unknowns,
      beforeCall: (call) => this.troubles.before(call, person),
      afterCall: (call) => {
        watchToken(this, call);
        checkShown(this, call);
        this.troubles.after(call, person);
      },
    });
    const person: Person = { name, runtime };
    return person;
  }
}

/** What all keys of one order have in common: see the add-on's send key. */
function stemOf(sendKey: string): string {
  return sendKey.split("-")[1]?.slice(0, 8) ?? "";
}
