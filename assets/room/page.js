const POLL = 1000;
const SLOW_POLL = 5000;
const TIMEOUT = 4000;
const LONGEST = 1000;
const DAY = 24 * 60 * 60 * 1000;
const PHASES = ["before", "during", "after"];
const FACES = [":'(", ":(", ":|", ":)", ":D"];
const CHOICES = {
  kind: ["online", "offline", "product"],
  emotion: ["0", "1", "2", "3", "4"],
  intent: ["intentional", "unintentional"],
};
// The words of the marks: English, then Spanish.
const TAGS = {
  online: ["online", "enlinea"],
  offline: ["offline", "fueradelinea"],
  product: ["product", "producto"],
  intentional: ["intentional", "intencional"],
  unintentional: ["unintentional", "nointencional"],
};

const all = (selector) => Array.from(document.querySelectorAll(selector));
// The elements of the page by their ids.
const ui = Object.fromEntries(all("body [id]").map((node) => [node.id, node]));
const put = (node, text) => {
  if (node.textContent !== text) {
    node.textContent = text;
  }
};
const show = (node, isShown) => { node.hidden = !isShown; };
const element = (tag, className, ...content) => {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...content);
  return node;
};
const icon = (name) => {
  const [drawing, use] = ["svg", "use"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  use.setAttribute("href", "#i-" + name);
  drawing.append(use);
  return drawing;
};
const makeButton = (className, act) => {
  const button = element("button", className);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
};

// Texts.

const texts = JSON.parse(ui.texts.textContent);
let language = "en";
let plurals = null;

const t = (key, values = {}) => {
  let text = (texts[language] || {})[key] || key;
  if (typeof text === "object") {
    text = text[plurals.select(values.count)] || text.other;
  }
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
};

const unsaid = [];
let speaking = 0;
// Gives a sentence to screen readers.
const say = (text) => {
  unsaid.push(text);
  put(ui.live, "");
  clearTimeout(speaking);
  speaking = setTimeout(() => put(ui.live, unsaid.splice(0).join(" ")), 150);
};

// Storage. Where the browser has none, a reload forgets.

let local = {};
try {
  localStorage.periplo = "";
  local = localStorage;
} catch (_) { /* The memory is used. */ }

const token = location.hash.slice(1);
const prefix = "periplo:" + token + ":";
const readKey = (key) => {
  try {
    return JSON.parse(local[key]);
  } catch (_) {
    return null;
  }
};
const stored = (name) => readKey(prefix + name);
const store = (name, value) => {
  try {
    local[prefix + name] = JSON.stringify(value);
  } catch (_) {
    // The browser's storage is full.
    local = { ...local, [prefix + name]: JSON.stringify(value) };
  }
};
const forget = (name) => delete local[prefix + name];
const namesOf = (kind) => Object.keys(local).filter((key) => key.startsWith(prefix + kind)).map((key) => key.slice(prefix.length));

const byTime = (one, other) => one.at - other.at;

// Returns the lines that the host does not have yet, the oldest first.
const unsent = () => namesOf("unsent:").map(stored).filter(Boolean).sort(byTime);
const keep = (line) => store("unsent:" + line.id, line);
const isWithdrawn = (id) => Boolean(stored("withdrawn:" + id));

// `crypto.randomUUID` is missing on plain HTTP.
const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

// Marks of quick entry.

const WORD = /@"[^"]*"|\S+/g;

// Returns [field, value] of a mark; an empty list for a word of the name.
const markOf = (word) => {
  if (/^#./.test(word)) {
    const start = word.slice(1).normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    const values = Object.keys(TAGS).filter((value) => TAGS[value].some((tag) => tag.startsWith(start)));
    return values.length === 1 ? [CHOICES.kind.includes(values[0]) ? "kind" : "intent", values[0]] : [];
  }
  const channel = /^@"([^"]+)"$|^@([^"]+)$/.exec(word);
  if (channel) {
    return ["channel", channel[1] || channel[2]];
  }
  if (/^=\d[\d.,]*[kKmM]?$/.test(word)) {
    return ["reach", word.slice(1)];
  }
  if (word === "!") {
    return ["critical", "critical"];
  }
  return FACES.includes(word) ? ["emotion", String(FACES.indexOf(word))] : [];
};

const parse = (line) => {
  const entry = {};
  const name = (line.match(WORD) || []).filter((word) => {
    const [field, value] = markOf(word);
    entry[field] = value;
    return !field;
  });
  return { ...entry, name: name.join(" ") };
};

// Returns the line with the mark of a field replaced; without it if the line had that mark.
const toggled = (line, field, value, word) => {
  const kept = line.replace(WORD, (found) => (markOf(found)[0] === field ? "\0" : found)).replace(/[^\S\n]*\0/g, "").trim();
  if (parse(line)[field] === value) {
    return kept;
  }
  return kept === "" ? word + " " : kept + " " + word;
};

// Requests.

// Throws if the host does not answer in time, has a fault, or is another program.
const request = async (method, path, body, options = {}) => {
  const abort = options.abort || new AbortController();
  const timer = setTimeout(() => { abort.isLate = true; abort.abort(); }, TIMEOUT);
  const headers = { "X-Periplo-Token": token, "Accept-Language": language };
  if (body) {
    headers["Content-Type"] = "application/json";
  }
  if (options.etag) {
    headers["If-None-Match"] = options.etag;
  }
  try {
    const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body), signal: abort.signal, cache: "no-store", credentials: "omit" });
    const text = await answer.text();
    if (answer.status >= 500) {
      throw new Error(text);
    }
    const wait = Math.max(1100, Number(answer.headers.get("Retry-After")) * 1000);
    return { status: answer.status, body: text ? JSON.parse(text) : {}, etag: answer.headers.get("ETag"), wait };
  } finally {
    clearTimeout(timer);
  }
};

// State.

let client = stored("client");
// True if this page comes from an earlier link, so that the host may not know the client.
let isFromEarlierLink = false;
let room = null;
let etag = null;
// What is shown instead of the room; null if the room is shown.
let gate = "joining";
// The host's sentence for that, if it has one.
let gateReason = "";
let isAway = false;
let failures = 0;
let deadline = null;
let pausedAt = null;
let lastAnnounced = Infinity;
// The id of the line on its way.
let sending = null;
let waitUntil = 0;
// All dots, while the host has not confirmed the last change, and the round for which they are; else null.
let wantedVotes = null;
let wantedRound = null;

const isCollecting = () => room && room.round.kind === "collect";
const isVoting = () => room && room.round.kind === "vote" && !room.results;
const roundName = () => t("round_" + (room.round.kind === "vote" && room.results ? "results" : room.round.kind));

const closeGate = (name, reason) => {
  if (gate !== name) {
    say(t(name));
  }
  gate = name;
  gateReason = reason;
  render();
};

const noteFailure = (isCertain) => {
  failures += 1;
  if ((isCertain || failures > 1) && !isAway) {
    isAway = true;
    if (gate === null) {
      say(t("away"));
    } else if (gate === "joining") {
      closeGate("unreachable");
    }
  }
  render();
};

const noteAnswer = () => {
  failures = 0;
  if (isAway) {
    isAway = false;
    say(t("back"));
    render();
  }
};

// Handles what any request can be answered; returns true if that was it.
const isRejected = ({ status, body }) => {
  const name = { 401: "invalid", 403: "refused" }[status];
  if (name) {
    closeGate(name, body.error);
  }
  return Boolean(name);
};

// The host knows no such client: it is another room.
const joinAgain = () => {
  client = null;
  etag = null;
  forget("client");
  if (isFromEarlierLink) {
    draftUnsent();
  }
  setTimeout(poll, POLL);
};

// Asks for an identity; returns how long to wait before the next request.
const join = async () => {
  const answer = await request("POST", "/api/join", {});
  noteAnswer();
  if (isRejected(answer)) {
    return SLOW_POLL;
  }
  if (answer.status === 429) {
    closeGate("refused", answer.body.error);
    return answer.wait + Math.random() * 3000;
  }
  // Another tab may have joined meanwhile: both are one person.
  client = stored("client") || answer.body.client;
  store("client", client);
  return 0;
};

let run = 0;
let polling = null;
let joining = null;
let nextPoll = 0;
let pollStarted = 0;

// Asks for the state of the room, now and from now on.
const poll = async () => {
  clearTimeout(nextPoll);
  run += 1;
  const own = run;
  if (polling) {
    polling.abort();
  }
  const abort = new AbortController();
  polling = abort;
  pollStarted = Date.now();
  let pause = 0;
  try {
    if (!client) {
      joining = joining || join().finally(() => { joining = null; });
      pause = await joining;
    }
    if (client && own === run) {
      pause = await askForRoom(abort);
    }
  } catch (_) {
    if (own === run) {
      noteFailure(abort.isLate);
      pause = Math.min(3000, 500 * failures) + Math.random() * 500;
    }
  }
  const hasUnsent = () => wantedVotes || unsent().some((line) => !line.why);
  if (own === run && gate !== "invalid" && (!document.hidden || hasUnsent())) {
    nextPoll = setTimeout(poll, document.hidden ? SLOW_POLL : pause);
  }
};

const askForRoom = async (abort) => {
  const own = run;
  const answer = await request("GET", "/api/room?client=" + client, null, { etag, abort });
  if (own !== run) {
    return 0;
  }
  noteAnswer();
  if (answer.status === 404) {
    joinAgain();
    return SLOW_POLL;
  }
  if (answer.status === 429) {
    return answer.wait;
  }
  if (isRejected(answer)) {
    return SLOW_POLL;
  }
  if (answer.status === 200) {
    etag = answer.etag;
    take(answer.body);
  }
  gate = null;
  render();
  flush();
  saveVotes();
  return POLL;
};

const take = (next) => {
  const previous = room;
  const states = new Map((previous ? previous.mine : []).map((line) => [line.id, line.state]));
  next.mine.forEach((line) => {
    forget("unsent:" + line.id);
    if (previous && line.state !== "waiting" && line.state !== states.get(line.id)) {
      say(t("state_" + line.state) + ": " + parse(line.text).name);
    }
  });
  room = next;
  const { seconds_left: left, paused } = next.round;
  const end = Date.now() + left * 1000;
  pausedAt = paused ? Date.now() : null;
  if (typeof left !== "number") {
    deadline = null;
  } else if (deadline === null || paused || Math.abs(end - deadline) > 1500) {
    // Whole seconds arrive: a clock that is nearly right is left alone.
    deadline = end;
    lastAnnounced = Infinity;
  }
  if (wantedVotes && (!isVoting() || wantedRound !== next.vote_number)) {
    wantedVotes = null;
    forget("votes");
    say(t("dots_refused"));
  }
  if (!previous || previous.round.kind !== next.round.kind || !previous.results !== !next.results) {
    say(roundName() + ".");
    scrollTo(0, 0);
    unsent().filter((line) => line.isForNextRound).forEach((line) => keep({ ...line, isForNextRound: !isCollecting() }));
  }
};

// Sending lines.

let flushing = null;
const flush = () => {
  flushing = flushing || sendAll().catch(() => noteFailure(true)).finally(() => {
    flushing = null;
    sending = null;
    render();
  });
  return flushing;
};

const sendAll = async () => {
  while (client && gate !== "invalid" && Date.now() >= waitUntil) {
    const [withdrawn] = namesOf("withdrawn:");
    const line = unsent().find((candidate) => !candidate.why && (isCollecting() || !candidate.isForNextRound));
    if (withdrawn) {
      await withdraw(withdrawn.slice("withdrawn:".length));
    } else if (line) {
      await deliver(line);
    } else {
      return;
    }
  }
};

// Returns true if the host says that requests come too fast; then the next ones wait.
const mustWait = (answer) => {
  noteAnswer();
  if (answer.status === 429) {
    waitUntil = Date.now() + answer.wait;
    setTimeout(flush, answer.wait + 20);
  }
  return answer.status === 429;
};

// Takes back a line that the host may have.
const withdraw = async (id) => {
  const answer = await request("DELETE", "/api/contributions/" + id + "?client=" + client);
  if (mustWait(answer) || isRejected(answer)) {
    return;
  }
  const line = room.mine.find((candidate) => candidate.id === id);
  if (line && answer.status === 204) {
    room.mine = room.mine.filter((candidate) => candidate !== line);
  } else if (line) {
    say(t("not_taken_back"));
  }
  forget("withdrawn:" + id);
  poll();
};

const deliver = async (line) => {
  const { id, phase, text } = line;
  sending = id;
  keep({ ...line, isTried: true });
  render();
  const answer = await request("POST", "/api/contributions", { client, id, phase, text });
  sending = null;
  if (mustWait(answer) || isRejected(answer)) {
    if (!isWithdrawn(id)) {
      keep({ ...line, isTried: true, tries: (line.tries || 0) + 1, note: answer.body.error });
    }
    return;
  }
  if (answer.status === 404) {
    waitUntil = Date.now() + POLL;
    joinAgain();
  } else if (answer.status < 300 || isWithdrawn(id)) {
    forget("unsent:" + id);
    if (!isWithdrawn(id)) {
      room.mine.push({ id, phase, text, state: "waiting" });
      say(t("added") + ": " + parse(text).name);
    }
    poll();
  } else if (answer.status === 409) {
    keep({ ...line, isTried: true, isForNextRound: true });
  } else {
    refuse({ ...line, why: (answer.status !== 413 && answer.body.error) || t("fault_long") });
  }
};

// The form.

const field = ui.text;
const phases = PHASES.map((phase) => {
  const input = document.createElement("input");
  Object.assign(input, { type: "radio", name: "phase", value: phase, checked: phase === "before" });
  return input;
});
// The lines whose text is still in the field; null if none is.
let submission = null;

const chosenPhase = () => phases.find((choice) => choice.checked).value;

const setFault = (text) => {
  put(ui.fault, text);
  if (text !== "") {
    ui.fault.scrollIntoView({ block: "center" });
  }
  field.setAttribute("aria-invalid", text !== "");
};

const noteDraft = () => {
  store("draft", { text: field.value, phase: chosenPhase(), at: Date.now() });
  const entry = parse(field.value);
  all(".choice").forEach((button) => button.setAttribute("aria-pressed", entry[button.name] === button.value));
  field.placeholder = t("example_" + chosenPhase());
  field.style.height = "auto";
  field.style.height = field.scrollHeight + 4 + "px";
};

const setField = (text, phase) => {
  field.value = text;
  phases.forEach((choice) => { choice.checked = choice.value === (phase || chosenPhase()); });
  noteDraft();
};

// Puts a refused line back into the field if that is free; else it stays in the list.
const refuse = (line) => {
  keep(line);
  if (!submission && field.value.trim() === "") {
    change(line);
  } else if (!submission) {
    say(t("state_refused", { why: line.why }));
  }
};

const change = (line) => {
  forget("unsent:" + line.id);
  setField((line.text + "\n" + field.value).trim(), line.phase);
  setFault(line.why);
  render();
};

const setBusy = (isBusy) => {
  field.readOnly = isBusy;
  ui.send.setAttribute("aria-disabled", isBusy);
  put(ui.send, t(isBusy ? "sending" : "send"));
};

const faultOf = (lines) => {
  if (lines.length === 0 || lines.some((text) => parse(text).name === "")) {
    return t("fault_empty");
  }
  return lines.some((text) => text.length > LONGEST) ? t("fault_long") : "";
};

const submit = async (event) => {
  event.preventDefault();
  if (submission) {
    return;
  }
  const lines = field.value.split("\n").map((text) => text.trim()).filter(Boolean);
  setFault(faultOf(lines));
  if (ui.fault.textContent !== "") {
    field.focus();
    return;
  }
  submission = lines.map((text, nth) => ({ id: newId(), phase: chosenPhase(), text, at: Date.now() + nth / 1000 }));
  submission.forEach(keep);
  setBusy(true);
  // The text stays in the field until the host has it, or for a moment.
  await Promise.race([flush(), new Promise((done) => { setTimeout(done, 1500); })]);
  const left = submission.map((line) => stored("unsent:" + line.id)).filter(Boolean);
  const refused = left.filter((line) => line.why);
  submission = null;
  setBusy(false);
  refused.forEach((line) => forget("unsent:" + line.id));
  setField(refused.map((line) => line.text).join("\n"));
  if (refused.length > 0) {
    setFault(refused[0].why);
    field.focus();
  } else if (left.length > 0 && isAway) {
    say(t("state_unsent"));
  }
  render();
};

const takeBack = (line, isUnsent) => {
  forget("unsent:" + line.id);
  if (!isUnsent || line.isTried || sending === line.id) {
    store("withdrawn:" + line.id, true);
  }
  if (isCollecting() && !submission && field.value.trim() === "") {
    setField(line.text, line.phase);
  }
  say(t("taken_back") + ": " + parse(line.text).name);
  ui.mineTitle.focus();
  render();
  if (ui.mine.hidden) {
    ui.writeTitle.focus();
  }
  flush();
};

ui.form.addEventListener("submit", submit);
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    submit(event);
  }
});
field.addEventListener("input", () => {
  setFault("");
  noteDraft();
});
phases.forEach((choice) => choice.addEventListener("change", noteDraft));

// Votes.

const sum = (votes) => Object.values(votes).reduce((total, count) => total + count, 0);
const ownVotes = () => wantedVotes || room.my_votes;
const dotsLeft = () => room.dots_left + sum(room.my_votes) - sum(ownVotes());
const mostHere = () => room.round.per_touchpoint || room.round.dots;

const changeDots = (id, step) => {
  const here = (ownVotes()[id] || 0) + step;
  if (here < 0) {
    return;
  }
  if (step > 0 && here > mostHere()) {
    say(t("no_more_here", { count: mostHere() }));
    return;
  }
  if (step > 0 && dotsLeft() < 1) {
    say(t("no_dots_left"));
    return;
  }
  wantedVotes = { ...ownVotes(), [id]: here };
  if (here === 0) {
    delete wantedVotes[id];
  }
  wantedRound = room.vote_number;
  store("votes", { votes: wantedVotes, round: wantedRound, at: Date.now() });
  say(t("dots_here", { count: here }) + ". " + t("dots_left", { count: dotsLeft() }) + ".");
  render();
  saveVotes();
};

let isSaving = false;
const saveVotes = async () => {
  if (isSaving || !wantedVotes || !client || !isVoting()) {
    return;
  }
  isSaving = true;
  const votes = wantedVotes;
  try {
    const answer = await request("PUT", "/api/votes", { client, votes, round: wantedRound });
    noteAnswer();
    if (answer.status === 429) {
      setTimeout(saveVotes, answer.wait);
      return;
    }
    if (answer.status === 200) {
      room.dots_left = answer.body.dots_left;
      room.my_votes = votes;
    } else if (!isRejected(answer)) {
      say(t("dots_refused"));
      wantedVotes = votes;
    }
    // An answer on its way may be older than these dots.
    etag = null;
    poll();
    if (wantedVotes === votes) {
      wantedVotes = null;
      forget("votes");
    } else {
      setTimeout(saveVotes);
    }
  } catch (_) {
    noteFailure(true);
  } finally {
    isSaving = false;
    render();
  }
};

// Drawing. Rows are kept, so that focus stays.

const sync = (list, items, make, update) => {
  const focused = document.activeElement;
  const hadFocus = list.contains(focused);
  const rows = new Map(Array.from(list.children, (row) => [row.dataset.key, row]));
  const wanted = items.map((item) => {
    const row = rows.get(item.key) || make(item);
    row.dataset.key = item.key;
    rows.delete(item.key);
    update(row, item);
    return row;
  });
  rows.forEach((row) => row.remove());
  wanted.forEach((row, at) => {
    if (list.children[at] !== row) {
      list.insertBefore(row, list.children[at] || null);
    }
  });
  if (hadFocus && document.activeElement !== focused && focused.isConnected) {
    focused.focus({ preventScroll: true });
  }
};

// Draws a node anew only if what it shows has changed.
const once = (node, signature, draw) => {
  const text = language + JSON.stringify(signature);
  if (node.dataset.drawn !== text) {
    node.dataset.drawn = text;
    node.replaceChildren(...draw().filter(Boolean));
  }
};

const tag = (className, text, iconName) => element("span", "tag " + className, ...(iconName ? [icon(iconName)] : []), element("span", "", text));

const drawTags = (node, entry, phase) => once(node, [entry, phase], () => {
  const { kind, intent, emotion, critical, channel, reach } = entry;
  return [
    phase && tag("phase", t("phase_" + phase)),
    kind && tag(kind, t(kind), kind),
    intent && tag("plain-tag", t(intent), intent),
    emotion && tag("plain-tag e" + emotion, t("emotion_" + emotion), "emotion-" + emotion),
    critical && tag("critical", t("critical"), "critical"),
    channel && tag("plain-tag", "@" + channel),
    reach && tag("plain-tag", "= " + reach),
  ];
});

const nameRow = (className) => {
  const name = element("p", "name");
  name.dir = "auto";
  return element("li", className, name, element("p", "tags"));
};

const drawLine = (row, phase, text) => {
  const entry = parse(text);
  put(row.querySelector(".name"), entry.name || text);
  drawTags(row.querySelector(".tags"), entry, phase);
};

const lineRow = () => {
  const row = nameRow("card");
  row.append(element("div", "card-end", element("p", "state"), makeButton("plain", () => row.act())));
  return row;
};

const STATE_ICONS = { refused: "critical", unsent: "waiting", waiting: "waiting", taken: "taken", declined: "minus" };

const stateOf = (line) => {
  if (line.why) {
    return ["refused", t("state_refused", { why: line.why })];
  }
  if (line.tries > 2) {
    return ["unsent", line.note];
  }
  if (sending === line.id && !isAway) {
    return ["unsent", t("sending")];
  }
  return ["unsent", t(line.isForNextRound && !isCollecting() ? "state_next_round" : "state_unsent")];
};

const updateLine = (row, { line, isUnsent }) => {
  drawLine(row, line.phase, line.text);
  const [state, words] = isUnsent ? stateOf(line) : [line.state, t("state_" + line.state)];
  row.dataset.state = state;
  once(row.querySelector(".state"), words, () => [icon(STATE_ICONS[state]), element("span", "", words)]);
  const button = row.querySelector("button");
  show(button, isUnsent || state === "waiting");
  put(button, t(line.why ? "change" : "take_back"));
  button.setAttribute("aria-label", button.textContent + ": " + parse(line.text).name);
  row.act = () => {
    if (line.why) {
      change(line);
      field.focus();
    } else {
      takeBack(line, isUnsent);
    }
  };
};

const drawMine = () => {
  const known = new Set(room.mine.concat(submission || []).map((line) => line.id));
  const arrived = room.mine.filter((line) => line.state !== "waiting" || !isWithdrawn(line.id));
  const waiting = unsent().filter((line) => !known.has(line.id));
  const items = arrived.concat(waiting).map((line) => ({ key: line.id, line, isUnsent: waiting.includes(line) })).reverse();
  sync(ui.mineList, items, lineRow, updateLine);
  show(ui.mine, items.length > 0);
};

// Draws items under the names of their phases.
const drawPhases = (container, items, make, update) => {
  PHASES.forEach((phase, at) => {
    if (!container.children[at]) {
      container.append(element("div", "group", element("h3", ""), element("ul", "rows"), element("p", "nothing")));
    }
    const [heading, list, nothing] = container.children[at].children;
    const rows = items.filter((item) => item.phase === phase);
    put(heading, t("phase_" + phase));
    put(nothing, t("nothing_here"));
    show(nothing, rows.length === 0);
    show(list, rows.length > 0);
    sync(list, rows, make, update);
  });
};

const touchpoints = () => room.touchpoints.map((touchpoint) => ({ ...touchpoint, key: touchpoint.id }));

const drawTouchpoint = (row, { name, kind, intent }) => {
  put(row.querySelector(".name"), name);
  drawTags(row.querySelector(".tags"), { kind, intent });
};

const drawDots = (node, given, most) => once(node, [given, most], () => Array.from({ length: most }, (_, nth) => element("span", nth < given ? "dot full" : "dot")));

const voteRow = ({ id }) => {
  const row = nameRow("vote-row");
  const buttons = [-1, 1].map((step) => {
    const name = step < 0 ? "minus" : "plus";
    const button = makeButton("step " + name, () => changeDots(id, step));
    button.append(icon(name));
    return button;
  });
  const dots = element("span", "dots");
  dots.setAttribute("aria-hidden", "true");
  const given = element("p", "given", dots, element("span", ""));
  row.append(element("div", "stepper", buttons[0], given, buttons[1]));
  return row;
};

const updateVote = (row, item) => {
  drawTouchpoint(row, item);
  const given = ownVotes()[item.id] || 0;
  const most = Math.min(mostHere(), room.round.dots);
  const [dots, words] = row.querySelector(".given").children;
  const isDrawn = most <= 5;
  drawDots(dots, given, isDrawn ? most : 0);
  put(words, isDrawn ? t("dots_here", { count: given }) : String(given));
  words.className = isDrawn ? "unseen" : "number";
  row.querySelectorAll("button").forEach((button, at) => {
    button.setAttribute("aria-label", t(at === 0 ? "take_dot" : "give_dot", { name: item.name }));
    button.setAttribute("aria-disabled", at === 0 ? given === 0 : given >= mostHere() || dotsLeft() < 1);
  });
};

const drawVote = () => {
  const { dots, hidden } = room.round;
  show(ui.vote, isVoting());
  if (isVoting()) {
    const about = t("vote_about", { count: dots, most: mostHere() });
    put(ui.voteAbout, hidden ? about + " " + t("vote_hidden") : about);
    drawPhases(ui.voteList, touchpoints(), voteRow, updateVote);
  }
};

const resultRow = () => {
  const row = nameRow("result");
  row.append(element("span", "track", element("span", "fill")), element("span", "number"));
  return row;
};

const drawResults = () => {
  show(ui.results, room.results);
  if (!room.results) {
    return;
  }
  const counted = touchpoints().map((item) => ({ ...item, count: room.results[item.id] || 0 }));
  const ranked = counted.filter((item) => item.count > 0).sort((one, other) => other.count - one.count);
  const total = ranked.reduce((dots, item) => dots + item.count, 0);
  const rest = counted.length - ranked.length;
  put(ui.resultsAbout, t("results_about", { count: total }));
  put(ui.resultsRest, t("results_rest", { count: rest }));
  show(ui.resultsRest, total > 0 && rest > 0);
  sync(ui.resultsList, ranked, resultRow, (row, item) => {
    const own = room.my_votes[item.id] || 0;
    put(row.querySelector(".name"), item.name);
    put(row.querySelector(".number"), t("dots_here", { count: item.count }));
    row.querySelector(".fill").style.width = (item.count / ranked[0].count) * 100 + "%";
    row.classList.toggle("is-first", item.count === ranked[0].count);
    once(row.querySelector(".tags"), [item.phase, own], () => [
      tag("phase", t("phase_" + item.phase)),
      own > 0 && tag("own", t("yours", { count: own })),
    ]);
  });
};

const drawEveryone = () => {
  const lines = room.contributions;
  const isHidden = !lines && isCollecting() && room.round.hidden;
  show(ui.everyone, isHidden || (lines && (lines.length > 0 || isCollecting())));
  show(ui.everyoneHidden, isHidden);
  show(ui.everyoneList, lines);
  const items = (lines || []).map((line) => ({ ...line, key: line.phase + line.text }));
  const make = () => {
    const row = nameRow("row");
    row.append(element("span", "times"));
    return row;
  };
  drawPhases(ui.everyoneList, items, make, (row, { text, count }) => {
    drawLine(row, null, text);
    put(row.querySelector(".times"), count > 1 ? "×" + count : "");
  });
};

const drawTimer = () => {
  const isShown = deadline !== null && (isCollecting() || isVoting());
  show(ui.timer, isShown);
  if (!isShown) {
    return;
  }
  const left = Math.max(0, Math.ceil((deadline - (pausedAt || Date.now())) / 1000));
  put(ui.seconds, Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0"));
  ui.timer.classList.toggle("is-short", left <= 10);
  const mark = [10, 30, 60].find((seconds) => left <= seconds);
  if (mark < lastAnnounced && left > 0) {
    lastAnnounced = mark;
    say(t("time_announced", { count: left }));
  }
};

const drawGate = () => {
  const count = unsent().length + (field.value.trim() === "" ? 0 : 1);
  show(ui.gate, gate !== null);
  show(ui.room, gate === null);
  if (gate === null) {
    return;
  }
  put(ui.gateTitle, t(gate));
  put(ui.gateAbout, gate === "refused" ? gateReason : t(gate + "_about"));
  put(ui.gateKept, t("gate_kept", { count }));
  show(ui.gateKept, count > 0 && gate !== "joining");
  show(ui.gateRetry, gate !== "joining" && gate !== "no_link");
  ui.gate.classList.toggle("is-waiting", gate === "joining");
};

const render = () => {
  drawGate();
  if (gate !== null) {
    return;
  }
  put(ui.title, room.title);
  document.title = room.title + " · Periplo";
  put(ui.participants, t("participants", { count: room.participants }));
  put(ui.round, roundName());
  show(ui.away, isAway);
  show(ui.dotsLeft, isVoting());
  if (isVoting()) {
    drawDots(ui.dotsDrawn, dotsLeft(), room.round.dots > 10 ? 0 : room.round.dots);
    put(ui.dotsWords, t("dots_left", { count: dotsLeft() }));
  }
  drawTimer();
  const draft = field.value.trim();
  show(ui.closed, room.round.kind === "closed");
  show(ui.draftKept, !isCollecting() && draft !== "");
  put(ui.draftText, parse(draft).name || draft);
  if (ui.write.hidden && isCollecting()) {
    show(ui.write, true);
    noteDraft();
  }
  show(ui.write, isCollecting());
  drawVote();
  drawMine();
  drawResults();
  drawEveryone();
  show(ui.map, !isVoting());
  put(ui.mapCount, t("count_touchpoints", { count: room.touchpoints.length }));
  drawPhases(ui.mapList, touchpoints(), () => nameRow("row"), drawTouchpoint);
  all(".column").forEach((column) => show(column, Array.from(column.children).some((part) => !part.hidden)));
};

// A room that was opened again has another link, and still knows who was in it: all is kept under the new link. Returns
// true if there was something.
const adoptEarlierLink = () => {
  const earlier = Object.keys(local).filter((key) => key.startsWith("periplo:") && !key.startsWith(prefix));
  const hasClient = Boolean(stored("client"));
  earlier.forEach((key) => {
    const value = readKey(key);
    const name = key.slice(key.indexOf(":", "periplo:".length) + 1);
    const isOld = Boolean(value && value.at) && Date.now() - value.at > DAY;
    if (value && !isOld && !(hasClient && name === "client")) {
      store(name, value);
    }
    delete local[key];
  });
  return earlier.length > 0;
};

const fillField = (lines) => {
  const written = lines.filter((line) => line.text.trim() !== "");
  if (written.length > 0) {
    setField(written.map((line) => line.text).join("\n"), written[written.length - 1].phase);
  }
};

// What was written in another room and not sent comes into the field.
const draftUnsent = () => {
  const lines = unsent();
  lines.forEach((line) => forget("unsent:" + line.id));
  fillField(lines.concat(stored("draft") || []));
  isFromEarlierLink = false;
};

// Start.

const setLanguage = (next) => {
  language = next;
  plurals = new Intl.PluralRules(next);
  document.documentElement.lang = next;
  all("[data-text]").forEach((node) => put(node, t(node.dataset.text)));
  all("[data-label]").forEach((node) => node.setAttribute("aria-label", t(node.dataset.label)));
  all(".languages button").forEach((button) => button.setAttribute("aria-pressed", button.value === next));
  setFault("");
  setBusy(Boolean(submission));
  noteDraft();
  render();
};

const textOf = (tag, key) => {
  const node = element(tag, "");
  node.dataset.text = key;
  return node;
};

const makeChoice = (name, value) => {
  const button = makeButton("choice " + (name === "emotion" ? "e" + value : value), () => {
    if (!submission) {
      setField(toggled(field.value, name, value, name === "emotion" ? FACES[value] : "#" + TAGS[value][language === "es" ? 1 : 0]));
    }
  });
  button.name = name;
  button.value = value;
  if (name === "emotion") {
    button.append(icon("emotion-" + value), textOf("span", "emotion_" + value));
  } else {
    button.append(icon(value), textOf("span", value));
  }
  return button;
};

const ask = (name, className, choices) => ui[name].append(textOf("legend", "ask_" + name), element("div", className, ...choices));

ask("phase", "segments", phases.map((input) => element("label", "segment", input, textOf("span", "phase_" + input.value))));
Object.keys(CHOICES).forEach((name) => ask(name, "choices", CHOICES[name].map((value) => makeChoice(name, value))));
all(".languages button").forEach((button) => button.addEventListener("click", () => {
  store("language", button.value);
  setLanguage(button.value);
}));
ui.gateRetry.addEventListener("click", () => {
  closeGate("joining");
  poll();
});
ui.map.open = matchMedia("(min-width: 60rem)").matches;
window.addEventListener("hashchange", () => location.reload());

const hasToken = /^[\w.~-]+$/.test(token);
if (!hasToken) {
  gate = "no_link";
} else {
  isFromEarlierLink = adoptEarlierLink();
  client = stored("client");
  if (isFromEarlierLink && !client) {
    draftUnsent();
  } else {
    fillField([].concat(stored("draft") || []));
  }
  const { votes, round, at } = stored("votes") || {};
  wantedVotes = Date.now() - at < 10 * 60 * 1000 ? votes : null;
  wantedRound = round;
}
const browserLanguages = (navigator.languages || [navigator.language]).map((code) => code.slice(0, 2).toLowerCase());
setLanguage(stored("language") || browserLanguages.find((code) => code in texts) || "en");

const refresh = () => {
  if (hasToken && !document.hidden && gate !== "invalid") {
    poll();
  }
};
document.addEventListener("visibilitychange", refresh);
["pageshow", "online", "offline"].forEach((name) => window.addEventListener(name, refresh));
window.addEventListener("storage", render);
window.addEventListener("resize", noteDraft);
setInterval(() => {
  if (gate === null) {
    drawTimer();
  }
  // A telephone that slept may have lost the timer or the request.
  if (Date.now() - pollStarted > 3 * TIMEOUT) {
    refresh();
  }
}, 500);
refresh();
