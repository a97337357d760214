"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
  const L = data.labels;

  // ---- what the page remembers; all of it but the corrections stands in the address -------------------------------
  const FILTERS = ["q", "from", "to", "precision", "status", "sure", "who", "source"];
  const state = { lang: "ar", theme: "", months: "egypt", event: "", telling: 0, view: "" };
  for (const name of FILTERS) state[name] = "";

  const say = (key, values) => {
    const text = (L[key] || {})[state.lang] || key;
    return values ? text.replace(/\{(\w+)\}/g, (_, name) => values[name]) : text;
  };
  const known = (key) => Boolean(L[key]);
  const make = (tag, props, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(props || {})) {
      if (name in node && name !== "list") node[name] = value; else node.setAttribute(name, value);
    }
    node.append(...children.filter((child) => child !== null && child !== ""));
    return node;
  };
  const draw = (tag, props, ...children) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(props || {})) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  // ---- days: proleptic Gregorian day numbers, 1 for 0001-01-01; astronomical years --------------------------------
  const leap = (y) => y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  const monthLength = (y, m) => (m === 2 && leap(y) ? 29 : [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]);
  const dayNumber = (year, month, day) => {
    const y = year - (month <= 2);
    const days = y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
    return days + Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 306;
  };
  const ymdOf = (number) => {
    const z = number + 305, era = Math.floor(z / 146097), doe = z - era * 146097;
    const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
    const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
    const mp = Math.floor((5 * doy + 2) / 153), month = mp < 10 ? mp + 3 : mp - 9;
    return [yoe + era * 400 + (month <= 2), month, doy - Math.floor((153 * mp + 2) / 5) + 1];
  };
  const pad = (n, width) => String(Math.abs(n)).padStart(width, "0");
  const iso = (number) => { const [y, m, d] = ymdOf(number); return (y < 0 ? "-" : "") + pad(y, 4) + "-" + pad(m, 2) + "-" + pad(d, 2); };
  const parseDay = (text) => {
    const match = /^(-?)(\d{4,})-(\d\d)-(\d\d)$/.exec(text);
    if (!match) return null;
    const y = Number(match[2]) * (match[1] ? -1 : 1), m = Number(match[3]), d = Number(match[4]);
    return m >= 1 && m <= 12 && d >= 1 && d <= monthLength(y, m) ? dayNumber(y, m, d) : null;
  };
  const edge = (text, last) => {
    const match = /^(-?)(\d{1,6})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(plainDigits(text.trim()));
    if (!match) return null;
    const y = Number(match[2]) * (match[1] ? -1 : 1), m = Number(match[3] || (last ? 12 : 1));
    if (m < 1 || m > 12) return null;
    const d = Number(match[4] || (last ? monthLength(y, m) : 1));
    return d >= 1 && d <= monthLength(y, m) ? dayNumber(y, m, d) : null;
  };
  const plainDigits = (text) => text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));

  // ---- search: letters folded by the tool's own table ---------------------------------------------------------------
  const folding = data.folding;
  const foldable = new RegExp("[" + Object.keys(folding).join("") + "]", "g");
  const fold = (text) => text.replace(foldable, (letter) => folding[letter]).toLowerCase().replace(/\s+/g, " ");
  const termsOf = (query) => {
    const terms = [];
    for (const match of query.matchAll(/["“”«»]([^"“”«»]+)["“”«»]?|[^\s"“”«»]+/g)) {
      const term = fold(match[1] || match[0]).trim();
      if (term) terms.push(term);
    }
    return terms;
  };
  /** Cuts a text where folded terms occur in it: pairs of text and whether it is a hit. */
  const cutAt = (text, terms) => {
    if (!terms.length) return [[text, false]];
    let folded = "";
    const back = [];
    for (let place = 0; place < text.length; place++) {
      const plain = (text[place] in folding ? folding[text[place]] : text[place]).toLowerCase();
      for (let n = 0; n < plain.length; n++) back.push(place);
      folded += plain;
    }
    back.push(text.length);
    const hits = new Uint8Array(text.length);
    for (const term of terms) {
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) hits.fill(1, back[at], back[at + term.length]);
    }
    const parts = [];
    for (let begin = 0, place = 1; place <= text.length; place++) {
      if (place === text.length || hits[place] !== hits[begin]) { parts.push([text.slice(begin, place), Boolean(hits[begin])]); begin = place; }
    }
    return parts;
  };
  const marked = (text, terms) => cutAt(text, terms).map(([part, hit]) => (hit ? make("mark", {}, part) : part));

  // ---- events -------------------------------------------------------------------------------------------------------
  const INFERRED = new Set(["dct", "narrative", "weekday", "tense", "anaphora"]);
  const GRAINS = ["time", "daypart", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century", "millennium"];
  /** Turns an offset in code points into one of this language's strings, where the text holds letters beyond the BMP. */
  const unitsOf = (source) => {
    if (source.units === undefined) {
      source.units = null;
      if (source.text && /[\ud800-\udbff]/.test(source.text)) {
        const units = [];
        let at = 0;
        for (const letter of source.text) { units.push(at); at += letter.length; }
        units.push(at);
        source.units = units;
      }
    }
    return source.units;
  };
  const slice = (source, start, end) => {
    const units = unitsOf(source);
    return units ? source.text.slice(units[start], units[end]) : source.text.slice(start, end);
  };
  const tellingOf = (packed) => {
    const [document, sentenceStart, sentenceEnd, start, end, sentence, words] = packed;
    const source = typeof document === "number" ? data.documents[document] : { name: document, text: null };
    return {
      document: source.name, source, sentence_start: sentenceStart, sentence_end: sentenceEnd, start, end,
      get sentence() { return sentence !== undefined ? sentence : slice(source, sentenceStart, sentenceEnd); },
      get date_text() { return words !== undefined ? words : slice(source, start, end); },
    };
  };
  const events = data.events.map((packed, number) => {
    const event = { ...data.defaults, ...packed, number };
    event.edtf = packed.edtf === 1 ? packed.begin : event.edtf;
    event.participants = (packed.participants || []).map(([text, kind]) => ({ text, kind }));
    event.places = (packed.places || []).map(([text, kind]) => ({ text, kind }));
    event.tellings = packed.tellings.map(tellingOf);
    event.day = parseDay(event.begin);
    event.lastDay = parseDay(event.last);
    const codes = event.flags.map((flag) => flag[0]);
    event.inferred = INFERRED.has(event.how) || codes.some((code) => code === "year-inferred" || code === "century-guess");
    event.approximate = event.mod === "APPROX" || codes.includes("hijri-approx");
    event.conflict = codes.some((code) => code === "impossible-date" || code === "conflict" || code.endsWith("-conflict"));
    event.mention = codes.includes("mention");
    event.correction = {};
    return event;
  });
  const byId = new Map(events.map((event) => [event.id, event]));
  const haystack = (event) => {
    if (event.hay === undefined) {
      const names = event.participants.concat(event.places).map((name) => name.text);
      const told = event.tellings.flatMap((telling) => [telling.sentence, telling.date_text]);
      event.hay = fold([event.title, event.attribution || "", ...names, ...told].join("\n"));
    }
    return event.hay;
  };
  const nameKey = (text) => fold(text).trim();
  for (const event of events) event.who = new Set(event.participants.map((name) => nameKey(name.text)));
  const titleNow = (event) => event.correction.title || event.title;

  // ---- dates as people write them -----------------------------------------------------------------------------------
  const monthName = (month) => {
    if (state.lang === "en") return data.months.english[month - 1];
    if (state.months === "dual") {
      const [levant, egypt] = [data.months.levant[month - 1], data.months.egypt[month - 1]];
      return levant === egypt ? levant : levant + "/" + egypt;
    }
    return data.months[state.months][month - 1];
  };
  const yearText = (year) => (year < 1 ? say("bce", { n: 1 - year }) : String(year));
  const join = (...parts) => parts.filter(Boolean).join(" ");
  const spanText = (event, underYear) => {
    const [y, m, d] = ymdOf(event.day), [y2, m2, d2] = ymdOf(event.lastDay);
    const year = (value) => (value === underYear ? "" : yearText(value));
    if (event.day === event.lastDay) return join(d, monthName(m), year(y));
    const wholeMonths = d === 1 && d2 === monthLength(y2, m2);
    if (wholeMonths && m === 1 && m2 === 12) {
      if (event.precision === "decade" && y > 0 && y2 - y === 9) return say("decade", { n: y });
      if (event.precision === "century" && y > 0 && y2 - y === 99) return say("century", { n: Math.floor(y / 100) + 1 });
      return y === y2 ? yearText(y) : yearText(y) + "–" + yearText(y2);
    }
    if (wholeMonths) {
      if (y === y2 && m === m2) return join(monthName(m), year(y));
      return y === y2 ? join(monthName(m) + " – " + monthName(m2), year(y)) : join(monthName(m), yearText(y)) + " – " + join(monthName(m2), yearText(y2));
    }
    if (y === y2 && m === m2) return join(d + "–" + d2, monthName(m), year(y));
    if (y === y2) return join(join(d, monthName(m)) + " – " + join(d2, monthName(m2)), year(y));
    return join(d, monthName(m), yearText(y)) + " – " + join(d2, monthName(m2), yearText(y2));
  };
  const RELATIONS = { since: "since", from: "since", until: "until", before: "before", after: "after", by: "by" };
  const PHASES = { START: "early", MID: "mid", END: "late", APPROX: "about", BEFORE: "by" };
  const dateText = (event, underYear) => join(
    event.relation in RELATIONS ? say(RELATIONS[event.relation]) : "",
    event.mod in PHASES ? say(PHASES[event.mod]) : "",
    spanText(event, underYear),
    event.time ? (known(event.time) ? say(event.time) : event.time) : "",
  );
  const headingOf = (event) => {
    if (!["decade", "century", "millennium"].includes(event.precision)) return yearText(ymdOf(event.day)[0]);
    const [first, last] = [ymdOf(event.day)[0], ymdOf(event.lastDay)[0]];
    const [, m, d] = ymdOf(event.day), [, m2, d2] = ymdOf(event.lastDay);
    return m === 1 && d === 1 && m2 === 12 && d2 === 31 ? spanText(event, null) : yearText(first) + "–" + yearText(last);
  };
  const plural = { ar: new Intl.PluralRules("ar"), en: new Intl.PluralRules("en") };
  const counted = (n) => {
    const form = "events_" + plural[state.lang].select(n);
    return say(known(form) ? form : "events_other", { n });
  };

  // ---- filters ------------------------------------------------------------------------------------------------------
  const NEEDS = { day: 2, month: 5, year: 9, decade: 10 };
  const passing = (leaveOut) => {
    const terms = termsOf(state.q);
    const from = leaveOut === "period" || !state.from ? null : edge(state.from, false);
    const to = leaveOut === "period" || !state.to ? null : edge(state.to, true);
    const grain = NEEDS[state.precision];
    return events.filter((event) => {
      if (from !== null && event.lastDay < from) return false;
      if (to !== null && event.day > to) return false;
      if (grain !== undefined && GRAINS.indexOf(event.grain) > grain) return false;
      if (state.status && (event.mention ? "mention" : event.status) !== state.status) return false;
      if (state.sure === "said" && (event.inferred || event.conflict)) return false;
      if (state.sure === "inferred" && !event.inferred) return false;
      if (state.sure === "conflict" && !event.conflict) return false;
      if (state.who && !event.who.has(state.who)) return false;
      if (state.source && !event.tellings.some((telling) => telling.document === state.source)) return false;
      if (!terms.length) return true;
      const hay = haystack(event);
      return terms.every((term) => hay.includes(term));
    });
  };

  // ---- the list -----------------------------------------------------------------------------------------------------
  const FIRST = 120, MORE = 400;
  const several = data.documents.length > 1;
  let shown = [], rendered = 0, job = 0;
  const chip = (text, look) => make("span", { className: "chip " + look }, text);
  const entryOf = (event, place, year, terms) => {
    const correction = event.correction;
    const first = event.tellings[0];
    const title = make("span", { className: "title", dir: "auto", lang: "ar" }, ...marked(titleNow(event), terms));
    if (event.attribution && !event.title.includes(event.attribution)) title.append(" — ", ...marked(event.attribution, terms));
    if (event.mention) title.append(chip(say("mention"), ""));
    else if (event.status !== "past") title.append(chip(say("status_" + event.status), event.status));
    if (event.inferred) title.append(make("span", { className: "sign" }, "~ " + say("inferred")));
    if (event.approximate) title.append(make("span", { className: "sign" }, "≈ " + say("approximate")));
    if (event.conflict) title.append(chip("? " + say("conflict"), "conflict"));
    if (event.tellings.length > 1) title.append(chip("×" + event.tellings.length, ""));
    if (several) title.append(make("span", { className: "chip source", title: first.document }, make("bdi", {}, shortName(first.document))));
    if (correction.drop) title.append(chip(say("dropped"), "conflict"));
    else if (correction.into) title.append(chip(say("merged") + " " + correction.into, "conflict"));
    else if (correction.title || correction.begin) title.append(chip(say("corrected"), ""));
    title.append(make("span", { className: "where" }, make("bdi", {}, first.document + " " + first.start + "–" + first.end)));
    const when = correction.begin ? iso(parseDay(correction.begin)) + (correction.last !== correction.begin ? " – " + correction.last : "") : dateText(event, year);
    const button = make(
      "button",
      { type: "button", className: "entry" + (correction.drop || correction.into ? " dropped" : ""), "aria-controls": "pane", "aria-expanded": String(state.event === event.id), "data-id": event.id },
      make("span", { className: "when" }, make("bdi", {}, when)), title,
    );
    return make("li", { "aria-setsize": shown.length, "aria-posinset": place + 1 }, button);
  };
  const shortName = (name) => (name === "-" ? "stdin" : name.split(/[\\/]/).pop());
  let section = null, heading = null;
  const renderMore = (count) => {
    const terms = termsOf(state.q), list = $("list"), end = Math.min(rendered + count, shown.length);
    for (; rendered < end; rendered++) {
      const event = shown[rendered], text = headingOf(event);
      if (text !== heading) {
        heading = text;
        section = make("ol");
        list.append(make("section", {}, make("h2", {}, make("bdi", {}, text)), section));
      }
      section.append(entryOf(event, rendered, ymdOf(event.day)[0], terms));
    }
  };
  const idle = window.requestIdleCallback ? (work) => requestIdleCallback(work, { timeout: 400 }) : (work) => setTimeout(work, 30);
  const renderList = () => {
    const mine = ++job;
    $("list").replaceChildren();
    rendered = 0; section = heading = null;
    renderMore(FIRST);
    if (!shown.length) $("list").append(make("p", { className: "remark" }, say("none")));
    const rest = () => {
      if (mine !== job || rendered >= shown.length) return;
      renderMore(MORE);
      idle(rest);
    };
    if (rendered < shown.length) setTimeout(() => idle(rest), 250);
    $("count").textContent = shown.length === events.length ? counted(events.length) : counted(shown.length) + " " + say("of") + " " + events.length;
  };
  const renderAll = () => { job++; renderMore(shown.length); };
  const buttonOf = (id) => {
    const place = shown.findIndex((event) => event.id === id);
    if (place >= rendered) renderMore(place + MORE - rendered);
    return place < 0 ? null : $("list").querySelectorAll(".entry")[place];
  };

  // ---- the open event -----------------------------------------------------------------------------------------------
  const row = (label, ...value) => (value.some(Boolean) ? [make("dt", {}, say(label)), make("dd", {}, ...value)] : []);
  const names = (list) => list.map((name) => name.text).join(state.lang === "ar" ? "، " : ", ");
  const flagText = (flag) => (flag[1] ? flag[0] + ": " + flag[1] : flag[0]);
  const lineOf = (event) => iso(event.day) + (event.day === event.lastDay ? "" : "/" + iso(event.lastDay)) + " — " + titleNow(event) + " (" + shortName(event.tellings[0].document) + ")";
  const renderPane = () => {
    const event = byId.get(state.event);
    $("pane").hidden = !event;
    const changes = document.body.classList.contains("opened") !== Boolean(event);
    document.body.classList.toggle("opened", Boolean(event));
    if (changes) renderPictureSoon();
    for (const button of $("list").querySelectorAll('.entry[aria-expanded="true"]')) button.setAttribute("aria-expanded", "false");
    if (!event) return;
    const button = $("list").querySelector('.entry[data-id="' + CSS.escape(event.id) + '"]');
    if (button) button.setAttribute("aria-expanded", "true");
    const at = Math.min(state.telling, event.tellings.length - 1), telling = event.tellings[at];
    $("pane-title").replaceChildren(titleNow(event));
    const days = event.begin === event.last ? event.begin : event.begin + " – " + event.last;
    const calendar = event.calendar === "gregorian" ? "" : known("calendar_" + event.calendar) ? say("calendar_" + event.calendar) : event.calendar;
    const body = make("dl", {},
      ...row("when", make("bdi", {}, dateText(event, null))),
      ...row("days", make("bdi", { dir: "ltr" }, days)),
      ...row("words", make("bdi", {}, telling.date_text), calendar ? " (" + calendar + ")" : ""),
      ...row("how", say("how_" + event.how)),
      ...row("confidence", event.confidence.toFixed(2)),
      ...row("status", event.mention ? say("mention") : say("status_" + event.status)),
      ...(event.attribution ? row("says", make("bdi", {}, event.attribution)) : []),
      ...(event.participants.length ? row("participants", make("bdi", {}, names(event.participants))) : []),
      ...(event.places.length ? row("places", make("bdi", {}, names(event.places))) : []),
      ...(event.flags.length ? row("flags", make("bdi", { dir: "ltr" }, event.flags.map(flagText).join("; "))) : []),
    );
    const tellings = make("div", { className: "tellings" });
    event.tellings.forEach((one, number) => {
      const name = shortName(one.document);
      const jump = make("button", { type: "button", title: one.document, "aria-pressed": String(number === at) }, make("bdi", {}, event.tellings.length > 1 ? say("telling", { n: number + 1 }) + " · " + name : name));
      jump.addEventListener("click", () => { state.telling = number; remember(); renderPane(); });
      tellings.append(jump);
    });
    const copy = make("button", { type: "button" }, say("copy"));
    copy.addEventListener("click", () => copyText(lineOf(event), copy));
    tellings.append(copy);
    $("pane-body").replaceChildren(body, tellings, correctionForm(event));
    renderText(telling);
  };
  const renderText = (telling) => {
    const box = $("text"), source = telling.source, terms = termsOf(state.q);
    const words = make("span", { className: "words" }, telling.date_text);
    if (!source.text) {
      const sentence = telling.sentence, before = telling.start - telling.sentence_start, letters = [...sentence];
      const middle = telling.end - telling.sentence_start;
      box.replaceChildren(make("p", { className: "remark" }, say("no_text")), make("span", { className: "sentence" },
        ...(before >= 0 && middle <= letters.length && before < middle ? [letters.slice(0, before).join(""), words, letters.slice(middle).join("")] : [sentence])));
      return;
    }
    const start = Math.min(telling.sentence_start, telling.start), end = Math.max(telling.sentence_end, telling.end);
    const sentence = make("span", { className: "sentence" }, ...marked(slice(source, start, telling.start), terms), words, ...marked(slice(source, telling.end, end), terms));
    const units = unitsOf(source);
    const [head, tail] = [source.text.slice(0, units ? units[start] : start), source.text.slice(units ? units[end] : end)];
    box.replaceChildren(...marked(head, terms), sentence, ...marked(tail, terms));
    const middle = sentence.offsetTop - box.clientHeight / 3;
    box.scrollTop = Math.max(0, middle);
  };
  const copyText = (text, button) => {
    const done = () => { button.textContent = say("copied"); };
    if (navigator.clipboard && window.isSecureContext) { navigator.clipboard.writeText(text).then(done, () => fallback(text, done)); return; }
    fallback(text, done);
  };
  const fallback = (text, done) => {
    const area = make("textarea", { value: text, className: "unseen" });
    document.body.append(area);
    area.select();
    try { if (document.execCommand("copy")) done(); } finally { area.remove(); }
  };
  let opener = null;
  const open = (id, focus) => {
    if (!byId.has(id)) return;
    state.event = id; state.telling = 0;
    remember(); renderPane(); renderPicture();
    opener = id;
    if (focus) $("pane").focus({ preventScroll: true });
  };
  const close = () => {
    if (!state.event) return;
    state.event = "";
    remember(); renderPane(); renderPicture();
    const button = opener && buttonOf(opener);
    if (button) button.focus();
  };

  // ---- corrections --------------------------------------------------------------------------------------------------
  let unsaved = false;
  const corrections = () => events.flatMap((event) => {
    const one = event.correction, note = event.begin + " " + event.title;
    if (one.drop) return [[event.id, "drop", "", note]];
    if (one.into) return [[event.id, "merge", one.into, note]];
    const made = [];
    if (one.begin) made.push([event.id, "redate", one.begin === one.last ? one.begin : one.begin + "/" + one.last, note]);
    if (one.title) made.push([event.id, "retitle", one.title, note]);
    return made;
  });
  const corrected = (event) => { unsaved = true; renderEdits(); refresh(); const button = buttonOf(event.id); if (button) button.scrollIntoView({ block: "nearest" }); };
  const renderEdits = () => {
    const count = corrections().length;
    $("save-edits").hidden = count === 0;
    $("save-edits").textContent = say("save_edits", { n: count });
  };
  const correctionForm = (event) => {
    const one = event.correction;
    const field = (label, value, props) => make("input", { value, "aria-label": say(label), ...props });
    const title = field("edit_title", titleNow(event), { dir: "auto", name: "title" });
    const begin = field("edit_begin", one.begin || event.begin, { dir: "ltr", size: 11, name: "begin" });
    const last = field("edit_last", one.last || event.last, { dir: "ltr", size: 11, name: "last" });
    const into = field("edit_into", one.into || "", { dir: "ltr", size: 14, name: "into" });
    const remark = make("p", { className: "remark", role: "alert" });
    const button = (label, work) => { const node = make("button", { type: "button" }, say(label)); node.addEventListener("click", work); return node; };
    const apply = () => {
      const [first, end] = [parseDay(plainDigits(begin.value.trim())), parseDay(plainDigits(last.value.trim()))];
      if (first === null || end === null || first > end) { remark.textContent = say("edit_bad_day"); return; }
      if (into.value.trim() && (!byId.has(into.value.trim()) || into.value.trim() === event.id)) { remark.textContent = say("edit_bad_id"); return; }
      event.correction = {};
      if (title.value.trim() && title.value.trim() !== event.title) event.correction.title = title.value.trim();
      if (iso(first) !== event.begin || iso(end) !== event.last) { event.correction.begin = iso(first); event.correction.last = iso(end); }
      if (into.value.trim()) event.correction.into = into.value.trim();
      corrected(event);
    };
    const labelled = (label, input, look) => make("label", { className: look || "" }, make("span", {}, say(label)), input);
    return make("details", {}, make("summary", {}, say("corrections") + " ", make("bdi", { className: "remark", dir: "ltr" }, event.id)),
      make("div", { className: "fields" },
        labelled("edit_title", title, "title-field"), labelled("edit_begin", begin), labelled("edit_last", last), labelled("edit_into", into),
        button("edit_apply", apply),
        button("edit_drop", () => { event.correction = { drop: true }; corrected(event); }),
        button("edit_undo", () => { event.correction = {}; corrected(event); })), remark);
  };

  // ---- saving -------------------------------------------------------------------------------------------------------
  const recordOf = (event) => {
    const first = event.tellings[0];
    const all = {
      ...event, date_text: first.date_text, sentence: first.sentence, document: first.document, start: first.start, end: first.end,
      tellings: event.tellings.map((one) => ({ document: one.document, sentence: one.sentence, sentence_start: one.sentence_start, start: one.start, end: one.end, date_text: one.date_text })),
    };
    return Object.fromEntries(data.fields.map((name) => [name, all[name]]));
  };
  const askedFor = () => {
    const asked = { ...data.selection };
    for (const name of FILTERS) if (state[name]) asked[name] = state[name];
    return asked;
  };
  const inert = (cell) => {
    if (/^[\s\ufeff]*[=@\uff1d\uff20]|^[\t\r\n]/.test(cell)) return "'" + cell;
    const signed = /^[\s\ufeff]*[+\-\uff0b\uff0d]/.exec(cell);
    if (!signed || /^[+-]\d[\d ]*([.,]\d+)?$/.test(cell)) return cell;
    return (/[()!|=*/^&<>"'{}[\]@#$%:;,+\uff01-\uff5e]|\d-|-\d|[A-Za-z]+\d/.test(cell.slice(signed[0].length)) ? "'" : " ") + cell;
  };
  const csvOf = (rows) => "\ufeff" + rows.map((cells) => cells.map((cell) => {
    const text = inert(cell === null || cell === undefined ? "" : String(cell));
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }).join(",") + "\r\n").join("");
  const flat = (record) => data.fields.map((name) => {
    const value = record[name];
    if (name === "participants" || name === "places") return value.map((one) => one.text).join("; ");
    if (name === "flags") return value.map(flagText).join("; ");
    return name === "tellings" ? value.length : value;
  });
  const save = (name, type, text) => {
    const url = URL.createObjectURL(new Blob([text], { type }));
    make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  };
  const saveJson = () => save("timeline.json", "application/json", JSON.stringify({
    format: data.format, version: data.version, tool: data.tool, options: data.options, selection: askedFor(),
    documents: data.documents.map(({ text, units, ...source }) => source), events: shown.map(recordOf),
  }, null, 2) + "\n");

  // ---- the picture --------------------------------------------------------------------------------------------------
  const LANES = 6, LANE = 21, BIN = 44, TOP = 8;
  let extent = [0, 1], view = null, width = 800;
  const setExtent = () => {
    const first = events.reduce((least, event) => Math.min(least, event.day), Infinity);
    const last = events.reduce((most, event) => Math.max(most, event.lastDay), -Infinity);
    const margin = Math.max(3, (last - first + 1) * 0.03);
    extent = [first - margin, last + 1 + margin];
  };
  const rightToLeft = () => state.lang === "ar";
  const xOf = (day, range) => { const share = (day - range[0]) / (range[1] - range[0]); return (rightToLeft() ? 1 - share : share) * width; };
  const dayAt = (x, range) => { const share = rightToLeft() ? 1 - x / width : x / width; return range[0] + share * (range[1] - range[0]); };
  const STEPS = [[1, "day"], [7, "day7"], [30.44, "month"], [91.3, "month3"], [365.25, "year"], [730.5, "year2"], [1826, "year5"], [3652.5, "year10"], [9131, "year25"], [18262, "year50"], [36525, "year100"], [91312, "year250"], [182621, "year500"], [365243, "year1000"]];
  const ticksOf = (range) => {
    const want = (range[1] - range[0]) / Math.max(2, width / 105);
    const step = (STEPS.find(([days]) => days >= want) || STEPS[STEPS.length - 1])[1];
    const size = Number(/\d+$/.exec(step) || 1), ticks = [];
    if (step.startsWith("year")) {
      for (let year = Math.ceil(ymdOf(Math.ceil(range[0]))[0] / size) * size; ticks.length < 60; year += size) {
        const day = dayNumber(year, 1, 1);
        if (day > range[1]) break;
        if (day >= range[0]) ticks.push([day, yearText(year)]);
      }
    } else if (step.startsWith("month")) {
      let [year, month] = ymdOf(Math.floor(range[0]));
      month = Math.floor((month - 1) / size) * size + 1;
      for (; ticks.length < 60; month += size) {
        while (month > 12) { month -= 12; year++; }
        const day = dayNumber(year, month, 1);
        if (day > range[1]) break;
        if (day >= range[0]) ticks.push([day, month === 1 ? yearText(year) : monthName(month).split("/")[0] + (ticks.length ? "" : " " + yearText(year))]);
      }
    } else {
      for (let day = Math.ceil(range[0]); day < range[1] && ticks.length < 60; day++) {
        const [year, month, number] = ymdOf(day);
        if (size === 7 ? (number - 1) % 7 === 0 && number < 29 : true) ticks.push([day, number + " " + monthName(month).split("/")[0] + (ticks.length ? "" : " " + year)]);
      }
    }
    return ticks;
  };
  const markOf = (event, x0, x1, y) => {
    const wide = Math.abs(x1 - x0), left = Math.min(x0, x1), point = event.grain === "time" || event.grain === "daypart" || event.grain === "day";
    const look = ["mark", event.status, event.inferred ? "inferred" : "", event.id === state.event ? "open" : ""].join(" ");
    const mark = draw("g", { class: look, "data-id": event.id });
    const label = draw("title");
    label.textContent = dateText(event, null) + " · " + titleNow(event);
    mark.append(label);
    if (wide < 12) mark.append(draw("circle", { class: "shape", cx: (x0 + x1) / 2, cy: y, r: 5 }));
    else if (point || event.precision === "interval") mark.append(draw("rect", { class: "shape", x: left, y: y - 4, width: wide, height: 8, rx: 4 }));
    else mark.append(draw("rect", { class: "shape band", x: left, y: y - 8, width: wide, height: 16, rx: 3 }));
    if (event.conflict) mark.append(draw("circle", { class: "alarm", cx: (x0 + x1) / 2, cy: y, r: 9 }));
    mark.append(draw("rect", { class: "hit", x: left - 4, y: y - 10, width: wide + 8, height: 20 }));
    return mark;
  };
  const renderPicture = () => {
    const svg = $("picture"), height = svg.clientHeight || 190, floor = height - 24;
    width = svg.clientWidth || 800;
    const lanes = Math.min(LANES, Math.floor((floor - TOP) / LANE));
    svg.setAttribute("viewBox", "0 0 " + width + " " + height);
    const axis = draw("g", { class: "axis" }, draw("line", { x1: 0, x2: width, y1: floor, y2: floor }));
    for (const [day, text] of ticksOf(view)) {
      const x = xOf(day, view), label = draw("text", { x: Math.min(Math.max(x, 30), width - 30), y: height - 6 });
      label.textContent = text;
      axis.append(draw("line", { x1: x, x2: x, y1: TOP, y2: floor + 4 }), label);
    }
    const inView = shown.filter((event) => event.lastDay + 1 >= view[0] && event.day <= view[1]);
    const scale = width / (view[1] - view[0]);
    const bins = new Map();
    const long = [], short = [];
    for (const event of inView) {
      const x0 = xOf(Math.max(event.day, view[0] - 1), view), x1 = xOf(Math.min(event.lastDay + 1, view[1] + 1), view);
      if (Math.abs(x1 - x0) >= BIN) { long.push([event, x0, x1]); continue; }
      const bin = Math.floor(((event.day + event.lastDay + 1) / 2 - extent[0]) * scale / BIN);
      if (!bins.has(bin)) bins.set(bin, []);
      bins.get(bin).push([event, x0, x1]);
    }
    const ends = Array.from({ length: lanes }, () => []);
    const free = (left, right) => {
      for (let lane = 0; lane < lanes; lane++) {
        if (ends[lane].every(([a, b]) => right + 4 < a || left - 4 > b)) { ends[lane].push([left, right]); return lane; }
      }
      return -1;
    };
    const marks = draw("g"), heaps = draw("g");
    const most = Math.max(1, ...[...bins.values()].map((bin) => bin.length));
    const heap = (items, x0, x1) => {
      const tall = Math.max(18, (floor - TOP - 20) * Math.sqrt(items.length / Math.max(most, items.length)));
      const label = draw("text", { x: Math.min(Math.max((x0 + x1) / 2, 14), width - 14), y: floor - tall - 5 });
      label.textContent = items.length;
      const days = [Math.min(...items.map(([event]) => event.day)), Math.max(...items.map(([event]) => event.lastDay)) + 1];
      const group = draw("g", { class: "heap", "data-from": days[0], "data-to": days[1] }, draw("rect", { x: Math.max(1, Math.min(x0, x1) + 2), y: floor - tall, width: Math.max(4, Math.min(width - 1, Math.max(x0, x1) - 2) - Math.max(1, Math.min(x0, x1) + 2)), height: tall, rx: 4 }), label);
      const tip = draw("title");
      tip.textContent = counted(items.length) + " · " + iso(days[0]) + " – " + iso(days[1] - 1);
      group.append(tip);
      heaps.append(group);
    };
    for (const [bin, items] of [...bins].sort((a, b) => a[0] - b[0])) {
      if (items.length > lanes * 2) {
        const from = extent[0] + bin * BIN / scale, x0 = xOf(from, view), x1 = xOf(from + BIN / scale, view);
        heap(items, x0, x1);
        for (const lane of ends) lane.push([Math.min(x0, x1), Math.max(x0, x1)]);
      } else short.push(...items);
    }
    const left = [];
    for (const [event, x0, x1] of long.slice(0, 400).concat(short)) {
      const lane = free(Math.min(x0, x1, (x0 + x1) / 2 - 6), Math.max(x0, x1, (x0 + x1) / 2 + 6));
      if (lane < 0) left.push([event, x0, x1]); else marks.append(markOf(event, x0, x1, floor - 12 - lane * LANE));
    }
    const overflow = new Map();
    for (const item of left) {
      const bin = Math.floor(((Math.max(item[0].day, view[0]) + Math.min(item[0].lastDay + 1, view[1])) / 2 - view[0]) * scale / BIN);
      overflow.set(bin, (overflow.get(bin) || 0) + 1);
    }
    for (const [bin, count] of overflow) {
      const label = draw("text", { x: xOf(view[0] + (bin + 0.5) * BIN / scale, view), y: TOP + 6 });
      label.textContent = "+" + count;
      marks.append(draw("g", { class: "heap" }, label));
    }
    svg.replaceChildren(axis, heaps, marks);
    renderOverview();
  };
  const renderOverview = () => {
    const svg = $("overview"), height = svg.clientHeight || 48, bin = 5;
    svg.setAttribute("viewBox", "0 0 " + width + " " + height);
    const counts = new Map();
    for (const event of passing("period")) {
      const at = Math.floor(xOf((event.day + event.lastDay + 1) / 2, extent) / bin);
      counts.set(at, (counts.get(at) || 0) + 1);
    }
    const most = Math.max(1, ...counts.values()), bars = draw("g", { class: "bars" });
    for (const [at, count] of counts) {
      const tall = Math.max(3, Math.sqrt(count / most) * (height - 4));
      bars.append(draw("rect", { x: at * bin, y: height - tall, width: bin - 1, height: tall }));
    }
    const [a, b] = [xOf(view[0], extent), xOf(view[1], extent)];
    svg.replaceChildren(bars, draw("rect", { class: "window", x: Math.min(a, b) + 1, y: 1, width: Math.max(2, Math.abs(a - b) - 2), height: height - 2 }));
    const from = state.from ? edge(state.from, false) : null, to = state.to ? edge(state.to, true) : null;
    if (from !== null || to !== null) {
      const [c, d] = [xOf(from === null ? extent[0] : from, extent), xOf(to === null ? extent[1] : to + 1, extent)];
      svg.append(draw("rect", { class: "brush", x: Math.min(c, d), y: 0, width: Math.max(2, Math.abs(c - d)), height }));
    }
  };
  const setView = (from, to, keep) => {
    const whole = extent[1] - extent[0];
    const span = Math.min(Math.max(to - from, 3), whole);
    const middle = (from + to) / 2;
    const begin = Math.min(Math.max(middle - span / 2, extent[0]), extent[1] - span);
    view = [begin, begin + span];
    state.view = span >= whole ? "" : iso(Math.round(begin)) + "_" + iso(Math.round(begin + span));
    if (!keep) rememberSoon();
    renderPictureSoon();
  };
  const zoom = (factor, around) => {
    const at = around === undefined ? (view[0] + view[1]) / 2 : around;
    setView(at - (at - view[0]) * factor, at + (view[1] - at) * factor);
  };
  let frame = 0, timer = 0;
  const renderPictureSoon = () => { if (!frame) frame = requestAnimationFrame(() => { frame = 0; renderPicture(); }); };
  const rememberSoon = () => { clearTimeout(timer); timer = setTimeout(remember, 200); };
  const renderTable = () => {
    const years = new Map();
    for (const event of shown) { const year = headingOf(event); years.set(year, (years.get(year) || 0) + 1); }
    const rows = [...years].map(([year, count]) => make("tr", {}, make("th", { scope: "row" }, year), make("td", {}, String(count))));
    $("picture-table").replaceChildren(make("table", {}, make("thead", {}, make("tr", {}, make("th", {}, say("year")), make("th", {}, say("number")))), make("tbody", {}, ...rows)));
  };
  const listenToPicture = () => {
    const svg = $("picture"), pointers = new Map();
    let moved = 0, pinch = 0;
    const place = (event) => event.clientX - svg.getBoundingClientRect().left;
    svg.addEventListener("wheel", (event) => {
      event.preventDefault();
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        const shift = (event.deltaX || event.deltaY) / width * (view[1] - view[0]) * (rightToLeft() ? -1 : 1);
        setView(view[0] + shift, view[1] + shift);
      } else zoom(Math.exp(Math.max(-50, Math.min(50, event.deltaY)) * 0.006), dayAt(place(event), view));
    }, { passive: false });
    svg.addEventListener("pointerdown", (event) => { pointers.set(event.pointerId, place(event)); moved = 0; pinch = 0; });
    svg.addEventListener("pointermove", (event) => {
      if (!pointers.has(event.pointerId)) return;
      const before = pointers.get(event.pointerId), now = place(event);
      pointers.set(event.pointerId, now);
      if (pointers.size === 2) {
        const [a, b] = [...pointers.values()], apart = Math.max(10, Math.abs(a - b));
        if (pinch) zoom(pinch / apart, dayAt((a + b) / 2, view));
        pinch = apart;
        return;
      }
      moved += Math.abs(now - before);
      if (moved > 4) {
        svg.classList.add("moving");
        svg.setPointerCapture(event.pointerId);
        const shift = dayAt(before, view) - dayAt(now, view);
        setView(view[0] + shift, view[1] + shift);
      }
    });
    const release = (event) => { pointers.delete(event.pointerId); svg.classList.remove("moving"); };
    svg.addEventListener("pointerup", release);
    svg.addEventListener("pointercancel", release);
    svg.addEventListener("click", (event) => {
      if (moved > 4) return;
      const mark = event.target.closest(".mark"), heap = event.target.closest(".heap");
      if (mark) { open(mark.dataset.id, false); const button = buttonOf(state.event); if (button) button.scrollIntoView({ block: "nearest" }); }
      else if (heap && heap.dataset.from) { const from = Number(heap.dataset.from), to = Number(heap.dataset.to), margin = Math.max(1, (to - from) * 0.08); setView(from - margin, to + margin); }
    });
    svg.addEventListener("dblclick", (event) => zoom(0.4, dayAt(place(event), view)));
    const strip = $("overview");
    let brush = null;
    const at = (event) => Math.min(Math.max(event.clientX - strip.getBoundingClientRect().left, 0), width);
    strip.addEventListener("pointerdown", (event) => { brush = at(event); strip.setPointerCapture(event.pointerId); });
    strip.addEventListener("pointermove", (event) => { if (brush !== null) setPeriod(brush, at(event), false); });
    strip.addEventListener("pointerup", (event) => { if (brush !== null) { const start = brush; brush = null; setPeriod(start, at(event), true); } });
    strip.addEventListener("pointercancel", () => { brush = null; });
  };
  const setPeriod = (a, b, done) => {
    if (Math.abs(a - b) < 4) { if (done) { state.from = state.to = ""; setView(...extent); afterPeriod(); } return; }
    const days = [dayAt(a, extent), dayAt(b, extent)].sort((one, other) => one - other);
    keepPeriod(days[0], days[1]);
    if (done) setView(days[0], days[1]);
  };
  const keepPeriod = (from, to) => {
    state.from = iso(Math.ceil(from)); state.to = iso(Math.max(Math.ceil(from), Math.floor(to)));
    afterPeriod();
  };
  const afterPeriod = () => { $("from").value = state.from; $("to").value = state.to; refresh(); };

  // ---- labels, choices, address -------------------------------------------------------------------------------------
  const choices = (id, pairs) => {
    const value = state[id];
    $(id).replaceChildren(...pairs.map(([key, text]) => make("option", { value: key }, text)));
    $(id).value = pairs.some(([key]) => key === value) ? value : "";
    state[id] = $(id).value;
  };
  const renderLabels = () => {
    root.lang = state.lang; root.dir = state.lang === "ar" ? "rtl" : "ltr";
    if (state.theme) root.dataset.theme = state.theme; else delete root.dataset.theme;
    for (const node of document.querySelectorAll("[data-label]")) node.textContent = say(node.dataset.label);
    for (const node of document.querySelectorAll("[data-aria]")) node.setAttribute("aria-label", say(node.dataset.aria));
    for (const node of document.querySelectorAll("[data-hint]")) node.placeholder = say(node.dataset.hint);
    const dark = isDark();
    $("theme").textContent = say(dark ? "light" : "dark");
    $("theme").setAttribute("aria-pressed", String(dark));
    $("language").textContent = state.lang === "ar" ? "English" : "العربية";
    $("language").lang = state.lang === "ar" ? "en" : "ar";
    $("months").value = state.months;
    $("months").disabled = state.lang === "en";
    choices("precision", [["", say("any")], ...["day", "month", "year", "decade"].map((key) => [key, say("grain_" + key)])]);
    const statuses = [...new Set(events.map((event) => (event.mention ? "mention" : event.status)))];
    choices("status", [["", say("any")], ...statuses.map((key) => [key, key === "mention" ? say(key) : say("status_" + key)])]);
    choices("sure", [["", say("any")], ...["said", "inferred", "conflict"].map((key) => [key, say("sure_" + key)])]);
    const people = new Map();
    for (const event of events) for (const name of event.participants) {
      const key = nameKey(name.text), entry = people.get(key) || [name.text, 0];
      entry[1]++; people.set(key, entry);
    }
    const ranked = [...people].sort((a, b) => b[1][1] - a[1][1]).slice(0, 300);
    choices("who", [["", say("any")], ...ranked.map(([key, [text, count]]) => [key, text + " (" + count + ")"])]);
    choices("source", [["", say("any")], ...data.documents.map((source) => [source.name, (source.title || shortName(source.name)).slice(0, 60)])]);
    $("source-field").hidden = !several;
    const first = events.reduce((a, b) => (a.day < b.day ? a : b)), last = events.reduce((a, b) => (a.lastDay > b.lastDay ? a : b));
    const source = data.documents[0], facts = [];
    if (several) facts.push(say("documents", { n: data.documents.length }));
    else facts.push(shortName(source.name), sourceDay(source));
    facts.push(counted(events.length), yearText(ymdOf(first.day)[0]) + "–" + yearText(ymdOf(last.lastDay)[0]));
    $("facts").replaceChildren(...facts.flatMap((fact, number) => [number ? " · " : "", make("bdi", {}, fact)]));
    const legend = [["legend_day", draw("circle", { class: "shape", cx: 11, cy: 7, r: 5 }), ""], ["inferred", draw("circle", { class: "shape", cx: 11, cy: 7, r: 5 }), "inferred"], ["conflict", draw("circle", { class: "alarm", cx: 11, cy: 7, r: 6 }), ""], ["legend_span", draw("rect", { class: "shape", x: 1, y: 3, width: 20, height: 8, rx: 4 }), ""], ["legend_band", draw("rect", { class: "shape band", x: 1, y: 1, width: 20, height: 12, rx: 3 }), ""], ["status_planned", draw("circle", { class: "shape", cx: 11, cy: 7, r: 5 }), "planned"], ["status_denied", draw("circle", { class: "shape", cx: 11, cy: 7, r: 5 }), "denied"]];
    $("legend").replaceChildren(...legend.map(([key, shape, look]) => make("li", {}, draw("svg", { viewBox: "0 0 22 14", "aria-hidden": "true" }, draw("g", { class: "mark " + look }, shape)), say(key))));
    $("sources").replaceChildren(make("h2", {}, say("sources")), make("ul", {}, ...data.documents.map((one) => make("li", {}, make("bdi", {}, one.title ? one.title + " — " + one.name : one.name), " · ", sourceDay(one)))));
    $("made").textContent = say("made", { tool: data.tool.name, version: data.tool.version, rules: data.tool.rules });
    for (const [id, form] of [["save-csv", "CSV"], ["save-json", "JSON"]]) { $(id).textContent = form; $(id).setAttribute("aria-label", say("save_list") + " " + form); $(id).title = say("save_list") + " " + form; }
    renderEdits();
  };
  const sourceDay = (source) => (source.date ? source.date + " (" + say("from_" + source.date_source) + ")" : say("undated"));
  const isDark = () => (state.theme ? state.theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches);
  let written = "";
  const remember = () => {
    const address = new URLSearchParams();
    for (const [name, value] of Object.entries(state)) {
      if (!value || (name === "lang" && value === "ar") || (name === "months" && value === "egypt")) continue;
      address.set(name, value);
    }
    written = "#" + address.toString();
    history.replaceState(null, "", written);
  };
  const recall = () => {
    const address = new URLSearchParams(location.hash.slice(1));
    for (const name of FILTERS) state[name] = address.get(name) || "";
    state.lang = address.get("lang") === "en" ? "en" : "ar";
    state.theme = ["dark", "light"].includes(address.get("theme")) ? address.get("theme") : "";
    state.months = ["levant", "egypt", "maghreb", "dual"].includes(address.get("months")) ? address.get("months") : "egypt";
    state.event = byId.has(address.get("event")) ? address.get("event") : "";
    state.telling = Math.max(0, Number(address.get("telling")) || 0);
    const [from, to] = (address.get("view") || "").split("_").map((day) => parseDay(day || ""));
    view = from !== null && to !== undefined && to !== null && from < to ? [from, to] : [...extent];
    state.view = address.get("view") && view[0] === from ? address.get("view") : "";
    for (const name of ["q", "from", "to"]) $(name).value = state[name];
  };

  // ---- together -----------------------------------------------------------------------------------------------------
  const refresh = () => {
    shown = passing();
    renderList(); renderTableSoon(); renderPictureSoon(); renderPane(); rememberSoon();
  };
  let table = 0;
  const renderTableSoon = () => { clearTimeout(table); table = setTimeout(renderTable, 300); };
  const renderEverything = () => { renderLabels(); refresh(); };
  const step = (by) => {
    const buttons = [...$("list").querySelectorAll(".entry")];
    if (!buttons.length) return;
    let place = buttons.indexOf(document.activeElement);
    if (place < 0 && state.event) place = buttons.findIndex((button) => button.dataset.id === state.event);
    const next = place < 0 ? 0 : Math.min(Math.max(place + by, 0), buttons.length - 1);
    buttons[next].focus();
    buttons[next].scrollIntoView({ block: "nearest" });
    if (state.event && !$("pane").hidden && !$("pane").contains(document.activeElement)) open(buttons[next].dataset.id, false);
  };
  const typing = (node) => node && (node.tagName === "INPUT" || node.tagName === "SELECT" || node.tagName === "TEXTAREA");
  const listen = () => {
    for (const name of FILTERS) {
      $(name).addEventListener(name === "q" || name === "from" || name === "to" ? "input" : "change", () => {
        state[name] = $(name).value;
        if (name === "from" || name === "to") $(name).setAttribute("aria-invalid", String(Boolean(state[name]) && edge(state[name], name === "to") === null));
        refresh();
      });
    }
    $("filters").addEventListener("submit", (event) => { event.preventDefault(); step(1); });
    $("clear").addEventListener("click", () => { for (const name of FILTERS) { state[name] = ""; $(name).value = ""; } setView(...extent); refresh(); });
    $("list").addEventListener("click", (event) => { const button = event.target.closest(".entry"); if (button) { if (state.event === button.dataset.id) close(); else open(button.dataset.id, true); } });
    $("close").addEventListener("click", close);
    $("language").addEventListener("click", () => { state.lang = state.lang === "ar" ? "en" : "ar"; remember(); renderEverything(); });
    $("theme").addEventListener("click", () => { state.theme = isDark() ? "light" : "dark"; remember(); renderLabels(); });
    $("months").addEventListener("change", () => { state.months = $("months").value; remember(); renderEverything(); });
    $("zoom-in").addEventListener("click", () => zoom(0.5));
    $("zoom-out").addEventListener("click", () => zoom(2));
    $("zoom-all").addEventListener("click", () => setView(...extent));
    $("zoom-filter").addEventListener("click", () => keepPeriod(view[0], view[1]));
    $("save-csv").addEventListener("click", () => save("timeline.csv", "text/csv", csvOf([data.fields, ...shown.map((event) => flat(recordOf(event)))])));
    $("save-json").addEventListener("click", saveJson);
    $("save-edits").addEventListener("click", () => { unsaved = false; save("corrections.csv", "text/csv", csvOf([["id", "action", "value", "note"], ...corrections()])); });
    $("print").addEventListener("click", () => { renderAll(); window.print(); });
    window.addEventListener("beforeprint", renderAll);
    window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
    window.addEventListener("hashchange", () => { if (location.hash !== written) { recall(); renderEverything(); } });
    window.addEventListener("resize", renderPictureSoon);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", renderLabels);
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const field = typing(event.target);
      if (event.key === "Escape") {
        if (field && event.target.id === "q" && state.q) { event.preventDefault(); $("q").value = state.q = ""; refresh(); } else close();
      } else if (field) {
        if (event.target.id === "q" && event.key === "ArrowDown") { event.preventDefault(); step(0); }
      } else if (event.key === "/" || event.code === "Slash" && !event.shiftKey) {
        event.preventDefault(); $("q").focus(); $("q").select();
      } else if (event.key === "j" || event.code === "KeyJ" || event.key === "ArrowDown" && inList(event.target)) {
        event.preventDefault(); step(1);
      } else if (event.key === "k" || event.code === "KeyK" || event.key === "ArrowUp" && inList(event.target)) {
        event.preventDefault(); step(-1);
      }
    });
    listenToPicture();
  };
  const inList = (node) => $("list").contains(node);
  if (window.matchMedia("(max-width: 40rem)").matches) $("more").open = false;
  setExtent();
  recall();
  listen();
  renderEverything();
  if (state.event) { opener = state.event; const button = buttonOf(state.event); if (button) button.scrollIntoView({ block: "center" }); }
  const prepare = (place) => {
    const end = Math.min(place + 500, events.length);
    for (let number = place; number < end; number++) haystack(events[number]);
    if (end < events.length) idle(() => prepare(end)); else root.dataset.prepared = "yes";
  };
  idle(() => prepare(0));
  root.dataset.ready = "yes";
})();
