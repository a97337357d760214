// chrono-node: `ar.parse(text, reference)`; the same orders and answers as worker.py.
//
// The finest part of a date that chrono calls certain gives the period; parts it merely implies do not. Its offsets are
// UTF-16 units and become code points here.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { ar } from "chrono-node";

const manifest = new URL("../node_modules/chrono-node/package.json", import.meta.url);
const { version } = JSON.parse(readFileSync(manifest, "utf8"));

const native = (text, dct) => ar.parse(text, { instant: new Date(`${dct}T12:00:00Z`), timezone: 0 });

// chrono counts 331 BC as -331; the gold format as -0330, in astronomical years.
const iso = (year, month, day) => {
  const date = new Date(0);
  date.setUTCFullYear(year < 0 ? year + 1 : year, month - 1, day);
  const [whole, rest] = [date.getUTCFullYear(), date.toISOString().slice(-20, -14)];
  return `${whole < 0 ? "-" : ""}${String(Math.abs(whole)).padStart(4, "0")}${rest}`;
};

const days = (part, words) => {
  const [year, month, day] = ["year", "month", "day"].map((name) => part.get(name));
  if (part.isCertain("day") || part.isCertain("weekday")) {
    if (!words.includes("الأسبوع") || part.isCertain("hour")) return [iso(year, month, day), iso(year, month, day)];
    const monday = day - ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7);
    return [iso(year, month, monday), iso(year, month, monday + 6)];
  }
  if (part.isCertain("month")) return [iso(year, month, 1), iso(year, month + 1, 0)];
  if (part.isCertain("year")) return [iso(year, 1, 1), iso(year, 12, 31)];
  return [iso(year, month, day), iso(year, month, day)];
};

const points = (text, units) => Array.from(text.slice(0, units)).length;

const expressions = (text, dct) =>
  native(text, dct).map((found) => {
    const [begin, last] = days(found.start, found.text);
    const until = found.end ? days(found.end, found.text)[1] : last;
    return {
      start: points(text, found.index),
      end: points(text, found.index + found.text.length),
      begin,
      last: until,
      type: found.start.isCertain("hour") ? "TIME" : "DATE",
    };
  });

const say = (answer) => process.stdout.write(JSON.stringify(answer) + "\n");

const timed = (documents) => {
  let found = 0;
  const start = process.cpuUsage();
  for (const { text, dct } of documents) found += native(text, dct).length;
  const { user, system } = process.cpuUsage(start);
  return { cpu: (user + system) / 1e6, found };
};

say({ version });
for await (const line of createInterface({ input: process.stdin })) {
  const { order, path } = JSON.parse(line);
  const documents = readFileSync(path, "utf8").split("\n").filter(Boolean).map((row) => JSON.parse(row));
  say(order === "predict" ? { found: documents.map(({ text, dct }) => expressions(text, dct)) } : timed(documents));
}
