import { zoneOffsetMs } from "./model/serial-date";

/**
 * Source of a function for a script's fresh globals. It puts a Date there whose time is the injected one and whose wall clock is
 * the script's time zone, as on the platform (Apps Script documentation, Manifest structure: timeZone), whatever zone this
 * machine is in. Needs `now()` and `offset(epochMs)`, how far the zone is ahead of UTC in milliseconds, and `zoneName(epochMs)`.
 */
export const scriptDatesSource = `(function (host) {
  "use strict";
  const { now, offset, zoneName, timeZone } = host;
  const RealDate = Date;
  const proto = RealDate.prototype;
  const own = {};
  for (const name of ["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds", "Day"])
    own[name] = proto["get" + name];
  const timeOf = proto.getTime;
  const call = Reflect.apply;
  const wallOf = (date) => {
    const time = call(timeOf, date, []);
    return new RealDate(time === time ? time + offset(time) : NaN);
  };
  const fromWall = (wall) => (wall === wall ? wall - offset(wall - offset(wall)) : NaN);
  const machineWall = (time) => {
    const date = new RealDate(time);
    const part = (name) => call(own[name], date, []);
    return RealDate.UTC(part("FullYear"), part("Month"), part("Date"), part("Hours"), part("Minutes"), part("Seconds"), part("Milliseconds"));
  };
  const realParse = RealDate.parse;
  const isAbsolute = (text) =>
    /^\\s*[+-]?\\d{4,6}(-\\d\\d(-\\d\\d)?)?\\s*$/.test(text) || /(Z|GMT|UTC?|[ECMP][SD]T|[+-]\\d\\d:?\\d\\d)\\s*(\\(.*\\))?\\s*$/i.test(text);
  const parse = (text) => {
    const time = realParse(text);
    return time !== time || isAbsolute(String(text)) ? time : fromWall(machineWall(time));
  };
  const made = (args) => {
    if (args.length === 0) return [now()];
    if (args.length > 1) return [fromWall(RealDate.UTC(...args))];
    const [value] = args;
    const plain = typeof value === "object" && value !== null && !(value instanceof RealDate)
      ? value[Symbol.toPrimitive]?.("default") ?? value.valueOf() : value;
    return [typeof plain === "string" ? parse(plain) : plain];
  };
  const define = (name, value) =>
    Object.defineProperty(proto, name, { value, writable: true, configurable: true, enumerable: false });
  for (const name of Object.keys(own)) {
    define("get" + name, function () { return wallOf(this)["getUTC" + name](); });
    if (name === "Day") continue;
    define("set" + name, function (...args) {
      const wall = wallOf(this);
      if (name === "FullYear" && Number.isNaN(wall.getTime())) wall.setTime(0);
      wall["setUTC" + name](...args);
      return this.setTime(fromWall(wall.getTime()));
    });
  }
  define("getYear", function () { return this.getFullYear() - 1900; });
  define("getTimezoneOffset", function () {
    const time = call(timeOf, this, []);
    return time === time ? -offset(time) / 60000 + 0 : NaN;
  });
  const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const two = (number) => String(number).padStart(2, "0");
  const dayText = (date) =>
    days[date.getDay()] + " " + months[date.getMonth()] + " " + two(date.getDate()) + " " + String(date.getFullYear()).padStart(4, "0");
  const timeText = (date) => {
    const ahead = -date.getTimezoneOffset();
    const zone = (ahead < 0 ? "-" : "+") + two(Math.floor(Math.abs(ahead) / 60)) + two(Math.abs(ahead) % 60);
    return two(date.getHours()) + ":" + two(date.getMinutes()) + ":" + two(date.getSeconds()) + " GMT" + zone +
      " (" + zoneName(date.getTime()) + ")";
  };
  const valid = (text) => function () {
    return Number.isNaN(call(timeOf, this, [])) ? "Invalid Date" : text(this);
  };
  define("toString", valid((date) => dayText(date) + " " + timeText(date)));
  define("toDateString", valid(dayText));
  define("toTimeString", valid(timeText));
  for (const name of ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"]) {
    const real = proto[name];
    define(name, function (locales, options) { return call(real, this, [locales, { timeZone, ...options }]); });
  }
  const RunDate = new Proxy(RealDate, {
    construct: (target, args, asked) => Reflect.construct(target, made(args), asked === RunDate ? target : asked),
    apply: () => new RealDate(now()).toString(),
  });
  RealDate.now = () => now();
  RealDate.parse = parse;
  proto.constructor = RunDate;
  Object.defineProperty(globalThis, "Date", { value: RunDate, writable: true, configurable: true });
  return RealDate;
})`;

/** What a script's dates need to know of its time zone. */
export function scriptZone(timeZone: string) {
  return {
    timeZone,
    offset: (epochMs: number) => (Number.isFinite(epochMs) ? zoneOffsetMs(epochMs, timeZone) : 0),
    zoneName: (epochMs: number) =>
      new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "long" })
        .formatToParts(epochMs)
        .find(({ type }) => type === "timeZoneName")?.value ?? timeZone,
  };
}
