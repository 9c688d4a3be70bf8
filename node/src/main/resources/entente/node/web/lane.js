// What a lane shows, as it happens. The browser trusts nobody for how old a reading is: it counts from what it heard
// last, by its own clocks, so that a node that died or a tab that slept is never taken for a lane that is clear.

const lane = document.querySelector('.lane');
const part = name => lane.querySelector(`[data-part="${name}"]`);
const deed = name => lane.querySelector(`[data-deed="${name}"]`);
const words = lane.dataset;

const STALE = 2, SILENT = 5, SAY_EVERY = 5000, LOOK_EVERY = 200;
const calm = matchMedia('(prefers-reduced-motion: reduce)');

// How late what is heard comes.

// Wall and steady clock together: the steady one may stand still while a machine sleeps, the wall one may be set back.
const clock = {wall: Date.now(), steady: performance.now()};
function passedSince(then) {
  return Math.max(0, (Date.now() - then.wall) / 1000, (performance.now() - then.steady) / 1000);
}
const nowOnBoth = () => ({wall: Date.now(), steady: performance.now()});

// The quickest event of the last minutes shows how far the node's clock is from ours; a backlog that arrives in one go
// after a sleep is late by what it is later than that.
const delays = {quickest: Infinity, before: Infinity, since: clock};
function delayOf(at) {
  if (passedSince(delays.since) > 60) {
    delays.before = delays.quickest;
    delays.quickest = Infinity;
    delays.since = nowOnBoth();
  }
  const apart = Date.now() - at;
  delays.quickest = Math.min(delays.quickest, apart);
  return Math.max(0, (apart - Math.min(delays.quickest, delays.before)) / 1000);
}

let last = null; // {moment, heard, delay}
let opened = nowOnBoth();

function ages() {
  if (!last) {
    return {reading: null, link: passedSince(opened)};
  }
  const since = passedSince(last.heard) + last.delay;
  return {reading: last.moment.age === null ? null : last.moment.age + since, link: since};
}

// What is shown.

const HOLDS = new Set(['alarm', 'acknowledged']);
let shownCode = null;
let saidAt = -Infinity;
let told = '';
let orphaned = false;

function shown() {
  const {reading, link} = ages();
  const moment = last?.moment;
  const old = moment?.code === 'maintenance' ? link : Math.max(link, reading ?? Infinity);
  if (moment && (HOLDS.has(moment.code) || old <= STALE)) {
    return {...moment, why: link > STALE ? [words.lost] : moment.why, reading, old};
  }
  // The node says late or silent of its sensors before we can, where it alone knows.
  const silent = old > SILENT || moment?.code === 'no-signal';
  return {
    ...(moment ?? {last: [], readings: [], sensors: [], danger: null, trouble: '', vehicle: ''}),
    code: silent ? 'no-signal' : 'stale',
    word: silent ? words.silent : words.stale,
    much: '',
    said: words.treat,
    why: link > STALE ? [words.lost] : [],
    reading,
    old,
    waits: !last && link <= STALE,
  };
}

const number = (value, digits) => value.toFixed(digits).replace('.', words.decimal).replace('-', '−');

function put(name, text) {
  const place = part(name);
  if (place && place.textContent !== text) {
    place.textContent = text;
  }
}

function show() {
  const now = shown();
  // What the page came with stands for the moment in which nothing can have been heard yet.
  if (now.waits) {
    return;
  }
  if (lane.dataset.state !== now.code) {
    lane.dataset.state = now.code;
  }
  lane.classList.toggle('old', now.old > STALE);
  put('word', now.word);
  put('much', now.much);
  put('said', now.said);
  list(part('why'), now.why, item);
  list(part('readings'), now.readings, item);
  remaining(now.danger);
  const age = now.reading === null
      ? words.never
      : words.age.replace('{}', now.reading < 10 ? number(now.reading, 1) : number(now.reading, 0));
  put('age', age);
  put('time', now.time ?? '');
  put('trouble', now.trouble);
  put('played', now.played ?? '');
  list(part('last'), now.last.length ? now.last : [[words.none]], cells => {
    const row = document.createElement('tr');
    cells.forEach((text, at) => {
      const cell = row.insertCell();
      cell.textContent = text;
      cell.className = at > 1 ? 'number' : '';
      cell.colSpan = cells.length > 1 ? 1 : 4;
    });
    return row;
  });
  const acknowledge = deed('acknowledge');
  acknowledge.querySelector('button').setAttribute('aria-disabled', String(!sounding));
  hide('explain', !now.explain);
  hide('begin', now.stopped || now.out);
  hide('end', !now.stopped);
  hide('vehicle', !now.stopped);
  chosen(now.vehicle);
  hide('out', now.out);
  hide('back', !now.out);
  // What changes each second is not read out.
  const line = [now.word, now.code === 'screening' ? '' : now.much].filter(text => text).join(' ') + '. ' + now.said
      + (HOLDS.has(now.code) && now.danger ? ' ' + now.danger.first + '.' : '')
      + (now.code === 'fault' ? ' ' + now.why.join(' ') : '');
  const more = now.played ?? '';
  if (now.code !== shownCode) {
    shownCode = now.code;
    draw();
    part('alert').textContent = line;
    told = line + more;
    saidAt = performance.now();
    document.title = now.word + ' – ' + title;
    quiet = now.code === 'no-signal' ? quiet : false;
  } else if (told !== line + more && performance.now() - saidAt > SAY_EVERY) {
    told = line + more;
    saidAt = performance.now();
    put('status', line + ' ' + more);
  }
  sound(now);
  // Where what had the focus has gone, the keyboard goes on from the beginning of the lane, and on no button: a key
  // that was meant for the one before must not acknowledge anything.
  if (orphaned) {
    orphaned = false;
    lane.focus({preventScroll: true});
  }
}

const title = document.title;

function item(text) {
  const made = document.createElement('li');
  made.textContent = text;
  return made;
}

// How long people would have. The picture is drawn by the node; here its bars are moved.
const LEFT = 84;
function remaining(danger) {
  const place = part('danger');
  place.hidden = !danger;
  if (danger) {
    place.dataset.found = danger.found ? 'yes' : 'no';
    place.dataset.soon = danger.soon ? 'yes' : 'no';
    put('danger-first', danger.first);
    put('danger-more', danger.more);
    list(part('basis'), danger.basis, item);
    danger.bars.forEach(([from, half, to], at) => {
      const bar = place.querySelector(`[data-bar="${at}"]`);
      bar.setAttribute('x', LEFT + from);
      bar.setAttribute('width', Math.max(2, to - from));
      place.querySelector(`[data-half="${at}"]`).setAttribute('d', `M${LEFT + half} ${2 + 23 * at}v20`);
    });
  }
}

// Where somebody is just choosing, they are not disturbed.
function chosen(vehicle) {
  const choice = deed('vehicle')?.querySelector('select');
  if (choice && choice.dataset.said !== vehicle && document.activeElement !== choice) {
    choice.dataset.said = vehicle;
    choice.value = vehicle;
  }
}

function hide(name, away) {
  const form = deed(name);
  if (form && form.hidden !== Boolean(away)) {
    orphaned ||= form.contains(document.activeElement);
    form.hidden = Boolean(away);
  }
}

function list(place, items, made) {
  const key = JSON.stringify(items);
  if (place.dataset.key !== key) {
    place.dataset.key = key;
    place.replaceChildren(...items.map(made));
  }
}

// The sound.

let audio = null; // {context, alarm, silence}
let sounding = '';
let quiet = false; // the officer has heard that there is no signal
let plannedUntil = 0;

function voice(context, hertz) {
  const tone = context.createOscillator();
  const gain = context.createGain();
  tone.type = 'square';
  tone.frequency.value = hertz;
  gain.gain.value = 0;
  tone.connect(gain).connect(context.destination);
  tone.start();
  return gain.gain;
}

function pulses(gain, from, every, length) {
  gain.cancelScheduledValues(0);
  gain.setValueAtTime(0, 0);
  for (let at = from; at < from + 120; at += every) {
    gain.setValueAtTime(0.25, at);
    gain.setValueAtTime(0, at + length);
  }
}

function still(gain) {
  gain.cancelScheduledValues(0);
  gain.setValueAtTime(0, audio.context.currentTime);
}

async function test() {
  audio?.context.close();
  const context = new AudioContext();
  audio = {context, alarm: voice(context, 880), silence: voice(context, 440)};
  plannedUntil = 0;
  await context.resume();
  const gain = voice(context, 660);
  gain.setValueAtTime(0.25, context.currentTime);
  gain.setValueAtTime(0, context.currentTime + 0.4);
  navigator.wakeLock?.request('screen').catch(() => {});
  show();
}

// The sound of silence is always planned ahead on the audio clock, which runs on where a browser lets a hidden page
// sleep: whoever hears nothing more from the node hears that.
function sound(now) {
  const on = audio !== null && audio.context.state === 'running';
  put('heard', on ? words.on : words.off);
  lane.classList.toggle('mute', !on);
  const alarm = now.code === 'alarm' && last?.moment.sounds;
  const silent = now.code === 'no-signal';
  const wanted = alarm ? 'alarm' : silent && !quiet ? 'no-signal' : '';
  if (on) {
    const time = audio.context.currentTime;
    if (wanted !== sounding || time > plannedUntil) {
      alarm ? pulses(audio.alarm, time, 0.5, 0.3) : still(audio.alarm);
      if (wanted === 'no-signal') {
        pulses(audio.silence, time, 1, 0.5);
      }
      plannedUntil = wanted ? time + 60 : Infinity;
    }
    if (wanted !== 'no-signal') {
      quiet || now.code === 'maintenance'
          ? still(audio.silence)
          : pulses(audio.silence, time + Math.max(0.2, SILENT - Math.min(SILENT, now.old)), 1, 0.5);
    }
  }
  sounding = wanted;
  lane.dataset.sounding = wanted;
}

// What an officer does.

deed('sound').addEventListener('click', test);

lane.addEventListener('submit', event => {
  event.preventDefault();
  const form = event.target;
  if (form.dataset.deed === 'acknowledge') {
    quiet = true;
    if (audio) {
      still(audio.alarm);
      still(audio.silence);
    }
  }
  fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual'})
      .catch(() => {})
      .finally(show);
});

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    show();
    if (audio) {
      navigator.wakeLock?.request('screen').catch(() => {});
    }
  }
});

// The traces.

const SECONDS = 20, PAIRS = 25, LONGEST = SECONDS * PAIRS;
let charts = [];
let trace = null; // {first, low: [[...]], high: [[...]]}
let drawnAt = -Infinity;

function gather(piece) {
  const pairs = piece.low[0]?.length ?? 0;
  const end = trace ? trace.first + trace.low[0].length : piece.first;
  if (!trace || trace.low.length !== piece.low.length || piece.first < end || piece.first - end > LONGEST) {
    trace = {first: piece.first, low: piece.low.map(() => []), high: piece.high.map(() => [])};
  } else {
    const gap = Array(piece.first - end).fill(null);
    trace.low.forEach(one => one.push(...gap));
    trace.high.forEach(one => one.push(...gap));
  }
  trace.low.forEach((one, at) => one.push(...piece.low[at]));
  trace.high.forEach((one, at) => one.push(...piece.high[at]));
  const extra = trace.low[0].length - LONGEST;
  if (extra > 0) {
    trace.first += extra;
    trace.low.forEach(one => one.splice(0, extra));
    trace.high.forEach(one => one.splice(0, extra));
  }
  return pairs;
}

function scale(unit) {
  return unit.startsWith('m/s') ? {by: 1e-3, unit: 'µ' + unit} : {by: 1e-9, unit};
}

function build(sensors) {
  charts.forEach(chart => chart.plot.destroy());
  const place = part('traces');
  place.replaceChildren();
  const ink = getComputedStyle(lane).color;
  charts = sensors.map(([name, unit, where], at) => {
    const box = document.createElement('div');
    const caption = document.createElement('p');
    const size = scale(unit);
    const bottom = at === sensors.length - 1;
    caption.textContent = `${name}, ${where} (${size.unit})`;
    box.append(caption);
    place.append(box);
    const bare = {stroke: ink, grid: {show: false}, ticks: {show: false}};
    const plot = new window.uPlot({
      width: Math.max(200, place.clientWidth),
      height: bottom ? 86 : 60,
      padding: [8, 14, bottom ? 0 : 8, 0],
      legend: {show: false},
      cursor: {show: false},
      scales: {x: {time: false, range: [-SECONDS, 0]}},
      axes: [{...bare, show: bottom, size: 26, gap: 8, splits: () => [-SECONDS, -SECONDS / 2, 0],
        values: (u, splits) => splits.map(value => number(value, 0) + '\u00a0s')},
        {...bare, size: 52, splits: (u, axis, low, high) => [low, high],
          values: (u, splits) => splits.map(value => number(value, Math.abs(value) < 10 ? 1 : 0))}],
      series: [{}, {stroke: ink, width: 1}, {stroke: ink, width: 1}],
      bands: [{series: [2, 1], fill: ink}],
    }, [[], [], []], box);
    return {plot, by: size.by};
  });
  const legend = document.createElement('p');
  legend.textContent = words.legend;
  place.append(legend);
}

let built = '';
function draw() {
  if (!trace || !window.uPlot || document.hidden || !last) {
    return;
  }
  const sensors = last.moment.sensors;
  const key = JSON.stringify(sensors) + part('traces').clientWidth + getComputedStyle(lane).color;
  if (sensors.length !== trace.low.length) {
    return;
  }
  if (built !== key) {
    built = key;
    build(sensors);
  }
  const count = trace.low[0].length;
  const times = Array.from({length: count}, (_, at) => (at + 1 - count) / PAIRS);
  charts.forEach(({plot, by}, at) => {
    const sized = values => values.map(value => value === null ? null : value * by);
    plot.setData([times, sized(trace.low[at]), sized(trace.high[at])]);
  });
  drawnAt = performance.now();
}

// What changes its width or its colours is drawn anew at once.
new ResizeObserver(draw).observe(part('traces'));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);

// What is heard.

function hear() {
  const source = new EventSource(words.events);
  source.addEventListener('moment', event => {
    const moment = JSON.parse(event.data);
    last = {moment, heard: nowOnBoth(), delay: delayOf(moment.at)};
    show();
  });
  source.addEventListener('trace', event => {
    gather(JSON.parse(event.data));
    if (performance.now() - drawnAt > (calm.matches ? 2000 : LOOK_EVERY)) {
      draw();
    }
  });
  // A browser gives up where the node answers with anything but events: we do not.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(hear, 2000);
    }
  });
}

hear();
setInterval(show, LOOK_EVERY);
show();
