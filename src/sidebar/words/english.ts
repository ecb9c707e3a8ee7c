import type { Environment, RunKind } from "../../receipt/progress";
import type { ReceiptCategory } from "../../receipt/receipt";
import type { FailureCause } from "../server/call-failure";
import { durationIn, numberIn } from "./amounts";

const number = (amount: number) => numberIn("en", amount);
const duration = (seconds: number) => durationIn({ second: "s", minute: "min", hour: "h" }, seconds);
/** `1 order`, `1,200 orders`. */
const count = (amount: number, noun: string) => `${number(amount)} ${noun}${amount === 1 ? "" : "s"}`;
const orders = (amount: number) => count(amount, "order");
const rows = (amount: number) => count(amount, "row");

/** Every word of the page in English. `Words` is its type, so that a language that lacks one does not compile. */
export const english = {
  title: "bitbybit Orders",
  tabsLabel: "Sections",
  tabs: { run: "Run", columns: "Columns", problems: "Problems", settings: "Settings" },
  /** What a screen reader says of the number on a tab. */
  tabCount: (amount: number) => `${number(amount)} to fix`,
  number,
  duration,
  reading: "Reading the sheet…",
  refresh: "Refresh",
  testOrLive: { test: "TEST", live: "LIVE" } satisfies Record<Environment, string>,
  apiKeyTail: (tail: string) => `API key ${tail}`,

  welcome: {
    heading: "Orders from this sheet",
    text: "Select the rows, check them, create the orders. Nothing is sent before you say yes.",
    keyHeading: "Save your API key first",
    keyText:
      "Orders can be checked without a key, but not created. You get the key in bitbybit under Settings > Developer.",
    keyButton: "Open Settings",
    columnsHeading: "Some columns are not known yet",
    columnsText: (missing: number) =>
      `${count(missing, "needed field")} ${missing === 1 ? "has" : "have"} no column. Choose ${missing === 1 ? "it" : "them"} once for this sheet.`,
    columnsButton: "Choose columns",
  },

  steps: {
    select: "Select rows in the sheet",
    check: "Check",
    checkHint: "Nothing is sent.",
    create: "Create orders",
    createCount: (amount: number, environment: Environment | null) =>
      `Create ${number(amount)} ${environment === "live" ? "real " : ""}order${amount === 1 ? "" : "s"}`,
    toCreate: (amount: number, inRows: number) =>
      amount === 0
        ? `No orders to create in ${rows(inRows)}`
        : `${orders(amount)} to create, in ${rows(inRows)}`,
    toCheck: (amount: number, inRows: number) =>
      amount === 0
        ? `No orders to check in ${rows(inRows)}`
        : `${orders(amount)} to check, in ${rows(inRows)}`,
    none: "No orders to create",
    leftOut: (parts: string[]) => `Left out: ${parts.join(", ")}.`,
    hiddenRows: (amount: number) => `${rows(amount)} hidden by a filter`,
    emptyRows: (amount: number) => count(amount, "empty row"),
    needsKey: "Creating needs an API key.",
  },

  preview: {
    button: "Preview",
    heading: (order: string) => `What will be sent for ${order}`,
    notYet: (order: string) => `${order} cannot be sent yet`,
    hasLeft: "This order was sent already, or may have been. This is what its cells say now.",
    about: { customer: "Customer", article: "Article", address: "Shipping address", more: "Notes and tags" },
    /** What stands in place of a cell. */
    forAllRows: "all rows",
    reference: "A line with the order's reference is added when it is sent.",
    json: "As JSON",
  },

  /** What is said of orders that a look-up, or sending again, had nothing to do with. */
  unchanged: "unchanged",
  /** What is said of orders by their outcome, after their number. */
  outcomes: {
    created: "created",
    valid: "valid",
    skipped: "already created",
    unconfirmed: "unconfirmed",
    rejected: "rejected",
    invalid: "with problems",
    notSent: "not sent",
  } satisfies Record<ReceiptCategory, string>,

  confirmation: {
    /** A create's heading is its button's text with a question mark. */
    heading: {
      check: (amount) => `Check ${orders(amount)}?`,
      resolve: (amount) => `Look up ${orders(amount)}?`,
      sendAgain: (amount) => `Send ${orders(amount)} again?`,
    } satisfies Record<Exclude<RunKind, "create">, (amount: number) => string>,
    yes: {
      create: "Create orders now",
      check: "Check now",
      resolve: "Look up now",
      sendAgain: "Send again now",
    } satisfies Record<RunKind, string>,
    yesLive: "Create real orders now",
    cancel: "Cancel",
    remarks: (amount: number) => `How the sheet was read (${number(amount)})`,
    sendAgainRisk:
      "Search bitbybit for these orders first. If one is there, sending it again makes a second one.",
    lookUps: (amount: number) =>
      `${orders(amount)} may exist already. ${amount === 1 ? "It is" : "They are"} looked up first and sent only if surely absent.`,
    labels: {
      units: "Units",
      first: "From",
      last: "To",
      only: "Order",
      leftOut: "Left out",
      time: "Time",
      key: "Key",
    },
    about: (seconds: number) => `about ${duration(seconds)}`,
  },

  progress: {
    heading: {
      create: "Creating orders",
      check: "Checking",
      resolve: "Looking up orders",
      sendAgain: "Sending again",
    } satisfies Record<RunKind, string>,
    starting: "Starting…",
    stopping: "Stopping. Orders that were sent still get their result.",
    created: (amount: number, total: number) => `${number(amount)} of ${orders(total)} created`,
    checked: (amount: number, total: number) => `${number(amount)} of ${orders(total)} checked`,
    lookedUp: (amount: number, total: number) => `${number(amount)} of ${orders(total)} looked up`,
    timeLeft: (seconds: number) => `about ${duration(seconds)} left`,
    longer: "a little longer",
    stop: "Stop",
    stopAsked: "Stopping…",
    waits: {
      rateLimit: "Waiting for bitbybit's limit of orders a minute.",
      arrival: "Waiting until lost orders have surely arrived. Then they are looked up.",
      otherRun: "Waiting for another run in this spreadsheet.",
    },
    lookUp: (page: number, pages: number | null) =>
      pages === null
        ? `Looking for lost orders in bitbybit: page ${number(page)}.`
        : `Looking for lost orders in bitbybit: page ${number(page)} of ${number(pages)}.`,
    retry: (seconds: number) => `Trying again in ${duration(seconds)}.`,
    elsewhere: "This run works in another window, or was started from the menu.",
    leftBehind: "A colleague's run stopped half-way. Continue finishes it with your API key.",
    continue: "Continue",
    noAnswer: "No answer",
    tryAgain: "Try again",
  },

  result: {
    created: (amount: number, total: number) =>
      amount === total ? `${orders(total)} created` : `${number(amount)} of ${orders(total)} created`,
    checked: (good: number, total: number) =>
      good === total ? `${orders(total)} valid` : `${number(good)} of ${orders(total)} valid`,
    lookedUp: (amount: number, total: number) => `${number(amount)} of ${orders(total)} found in bitbybit`,
    nothing: "Nothing was done",
    hiddenRows: (amount: number) =>
      `${rows(amount)} hidden by a filter ${amount === 1 ? "was" : "were"} left out.`,
    /** If nothing else is wrong than that orders were not sent. */
    showNotSent: (amount: number) => `Show ${orders(amount)} not sent`,
    showProblems: (amount: number) => `Show ${count(amount, "problem")}`,
  },

  problems: {
    none: "No problems in this sheet.",
    hint: "Choose a line to go to its cell.",
    more: (amount: number) => `${count(amount, "more row")} ${amount === 1 ? "is" : "are"} not listed here.`,
    titleAndRows: (title: string, amount: number) => `${title}: ${rows(amount)}`,
    /** By kind, in the order shown if the server tells no causes. */
    titles: {
      twice: "Made twice in bitbybit",
      unconfirmed: "Unconfirmed, may exist already",
      held: "Needs your decision",
      rejected: "Rejected by bitbybit",
      invalid: "To fix in the sheet",
      notSent: "Not sent",
      warning: "Worth a look",
    },
    advice: {
      twice: "Cancel one of the two in bitbybit. Both order IDs stand in the message.",
      unconfirmed: "Look them up first. That sends nothing.",
      held: "Each line says what does not belong together, and how to decide.",
      rejected: "Fix what bitbybit names, then check these again.",
      invalid: "",
      notSent: "These were surely not made.",
      warning: "Orders with these values are sent as they are.",
    },
    checkThese: "Check these again",
    lookUpThese: "Look them up",
    createThese: "Create these orders",
    fixAll: (amount: number) => (amount === 1 ? "Fix it" : `Fix all ${number(amount)}`),
    undo: "Undo",
    emptyCell: "(empty)",
    unsure: "Still unsure?",
    unsureFound: "Is the order in bitbybit? Type its ID into the Order ID column, then look it up here.",
    unsureAbsent: "Is it surely not there? Then send it again:",
    sendAgain: "Not in bitbybit: send again",
    checking: "Checking these rows again…",
    fixing: "Fixing the cells…",
    checked: (before: number, after: number) =>
      after === 0
        ? "Checked again. All of these are fixed."
        : `Checked again: ${number(after)} of ${rows(before)} still need you.`,
  },

  columns: {
    platform: (name: string) => `This looks like ${/^[aeiou]/i.test(name) ? "an" : "a"} ${name} export.`,
    intro: "Which column holds what? This is asked once for this sheet.",
    headerRow: "Headers are in row",
    missing: (names: string[]) => `Still missing: ${names.join(", ")}.`,
    complete: "Every needed field has a column or a value.",
    needed: "needed",
    proposed: "proposed",
    none: "No column",
    samples: (values: string[]) => `Such as ${values.join(" · ")}`,
    noSamples: "The column is empty.",
    defaultFor: (field: string) => `${field} for all rows`,
    others: "Other fields",
    save: "Use these columns",
    twice: (column: string) => `Column ${column} is chosen more than once.`,
  },

  settings: {
    apiKey: "API key",
    savedKey: (masked: string, environment: Environment | null) =>
      `Saved: ${masked}${environment === null ? "" : ` (${environment})`}`,
    noKey: "No key is saved.",
    userName: "Your name",
    userNameHint: "Colleagues see it while you run.",
    singleLastName: "Last name if there is only one",
    singleLastNameHint: "If empty, the one name is sent as both.",
    referencePlace: "Reference of an order goes to",
    placeNotes: "Notes, as the last line",
    placeTags: "Tags",
    language: "Language",
    languageOfGoogle: "As in Google",
    advanced: "Advanced",
    apiAddress: "API address",
    defaultAddress: (address: string) => `Left empty: ${address}`,
    save: "Save",
    test: "Test connection",
    forget: "Forget key",
    forgetQuestion: (masked: string) => `Forget the key ${masked}? You need it again to create orders.`,
    forgetYes: "Forget it",
    forgetNo: "Keep it",
  },

  /** Sentences that the page says by itself in answer to something. */
  sayings: {
    nothingChanged: "Nothing was changed.",
    working: "Working…",
  },

  /** Why a call failed. The menu's items are not named: it follows the account's language, not the setting. */
  failures: {
    accounts:
      "Google refused: several Google accounts are signed in here. Open the sheet in a window where only one is.",
    connection: "There is no connection to the server. The sheet keeps the record of what was sent.",
    version:
      "The add-on was updated since this sidebar opened. Close it and open it again from the menu bitbybit Orders.",
    time: "This step took too long for Google. What was sent gets its result when the run continues.",
    permission:
      "The add-on lacks a permission. Choose the first item of bitbybit Orders and allow what Google asks for.",
    busy: "Google runs too many scripts for you at the moment. Wait a minute.",
    passing: "Google had a passing fault.",
    unknown: "The add-on could not do this.",
  } satisfies Record<FailureCause, string>,
};

/** The keys, and what each sentence is made from. */
export type Words = typeof english;
