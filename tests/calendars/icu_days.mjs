// Prints, as JSON, what ICU's calendars call every day of a range, as runs of consecutive days of one month:
// {"icu": version, "calendar": [[day number, year, month, day, days in the run], …], …}.
// Usage: node icu_days.mjs 'islamic-civil,first,last' 'coptic,first,last' …   (day numbers, 1 for 0001-01-01)
const DAY = 86_400_000;
const UNIX_EPOCH = 719_163;

function runs(calendar, first, last) {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    timeZone: "UTC", year: "numeric", month: "numeric", day: "numeric",
  });
  const found = [];
  let run = null;
  for (let n = first; n <= last; n++) {
    const named = {};
    for (const { type, value } of format.formatToParts((n - UNIX_EPOCH) * DAY)) named[type] = value;
    const [year, month, day] = [+named.year, +named.month, +named.day];
    if (run && run[1] === year && run[2] === month && run[3] + run[4] === day) run[4]++;
    else found.push((run = [n, year, month, day, 1]));
  }
  return found;
}

const answer = { icu: process.versions.icu };
for (const wanted of process.argv.slice(2)) {
  const [calendar, first, last] = wanted.split(",");
  answer[calendar] = runs(calendar, +first, +last);
}
console.log(JSON.stringify(answer));
