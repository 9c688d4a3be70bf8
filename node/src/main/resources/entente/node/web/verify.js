// Checks the record in the reader's own browser, from the raw files of the log and nothing else; docs/spec/record.md
// gives every format. The page is whole without it: this wakes the buttons that stand there and writes below them.

const SALT = 32, HASH = 32, TILE = 256;
const utf8 = new TextEncoder();
const text = bytes => new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);

/** What was served is not what the signed record says. `file` is the path of the served file that shows it. */
class Fault extends Error {
  constructor(values = {}, file) { super('fault'); this.values = values; this.file = file; }
}
/** This browser lacks what the step needs; that says nothing of the record. */
class Unable extends Error {}
/** The record did not answer; that says nothing of it either. */
class Unreached extends Error {}
/** An earlier step did not give what this one starts from. */
class Skipped extends Error {}

const fault = (holds, values, file) => { if (!holds) throw new Fault(values, file); };
const need = value => { if (value === undefined) throw new Skipped(); return value; };

// Bytes.

export const hex = bytes => Array.from(bytes, one => one.toString(16).padStart(2, '0')).join('');
const same = (a, b) => a.length === b.length && a.every((one, at) => one === b[at]);

export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
}

function unbase64(word) {
  let raw;
  try { raw = atob(word); } catch { throw new Fault({found: word}); }
  // A spelling that we would not write ourselves would let two texts mean one thing.
  fault(btoa(raw) === word, {found: word});
  return Uint8Array.from(raw, letter => letter.charCodeAt(0));
}

const base64 = bytes => btoa(String.fromCharCode(...bytes));
const hash = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...parts)));

// The tree of RFC 6962.

export const leafOf = entry => hash([0], entry);
const nodeOf = (left, right) => hash([1], left, right);

/** The root over leaf hashes. Pairing what is there and carrying the odd one up gives the tree that splits at powers of two. */
export async function rootOf(leaves) {
  let level = leaves;
  if (level.length === 0) return hash([]);
  while (level.length > 1) {
    const above = [];
    for (let at = 0; at < level.length; at += 2) {
      above.push(at + 1 < level.length ? nodeOf(level[at], level[at + 1]) : level[at]);
    }
    level = await Promise.all(above);
  }
  return level[0];
}

/** The root that an inclusion proof leads to from a leaf; a fault where the proof is too long or too short. */
export async function climb(index, size, leaf, proof) {
  fault(index < size);
  let at = index, last = size - 1, root = leaf;
  for (const one of proof) {
    fault(last > 0);
    if (at % 2 === 1 || at === last) {
      root = await nodeOf(one, root);
      while (at % 2 === 0 && at !== 0) { at = at / 2; last = Math.floor(last / 2); }
    } else {
      root = await nodeOf(root, one);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  fault(last === 0);
  return root;
}

// The formats.

export function pathOf(kind, tile, size) {
  let name = String(tile % 1000).padStart(3, '0');
  for (let rest = Math.floor(tile / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    name = 'x' + String(rest % 1000).padStart(3, '0') + '/' + name;
  }
  const width = Math.min(TILE, size - tile * TILE);
  return `${kind}/${name}${width < TILE ? '.p/' + width : ''}`;
}

const ENTRY = new RegExp('^entente/entry/v1\\nkind (assert|correct|retract|erased)\\naudience (public|joint|national)\\n'
    + 'recorded \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\nmedia ([a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63})\\n'
    + '(?:of (0|[1-9]\\d*)\\n)?commitment ([A-Za-z0-9+/]{43}=)\\n$');

/** The commitment in an entry. */
export function commitmentOf(entry, index) {
  const found = ENTRY.exec(text(entry));
  fault(found && (found[1] === 'assert' ? found[4] === undefined : Number(found[4]) < index));
  return unbase64(found[5]);
}

export function entriesOf(bundle, width) {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.length), entries = [];
  let at = 0;
  while (entries.length < width) {
    fault(at + 2 <= bundle.length);
    const end = at + 2 + view.getUint16(at);
    fault(end <= bundle.length);
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  fault(at === bundle.length);
  return entries;
}

/** For each entry its salt and content, or null where they are withheld or were erased. */
export function payloadsOf(bundle, width) {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.length), payloads = [];
  let at = 0;
  while (payloads.length < width) {
    fault(at < bundle.length && bundle[at] <= 1);
    if (bundle[at++] === 0) { payloads.push(null); continue; }
    fault(at + SALT + 4 <= bundle.length);
    const from = at + SALT + 4, end = from + view.getUint32(at + SALT);
    fault(end <= bundle.length);
    payloads.push({salt: bundle.subarray(at, at + SALT), content: bundle.subarray(from, end)});
    at = end;
  }
  fault(at === bundle.length);
  return payloads;
}

export const commit = ({salt, content}) => hash(utf8.encode('entente/payload/v1\n'), salt, content);

/** A signed checkpoint: what it says, the bytes that are signed, and the signatures. */
export function checkpointOf(note) {
  const cut = note.lastIndexOf('\n\n');
  fault(cut > 0);
  const said = note.slice(0, cut + 1), lines = said.split('\n');
  fault(lines.length === 4 && lines[0] !== '' && /^(0|[1-9]\d{0,14})$/.test(lines[1]));
  const signatures = note.slice(cut + 2).split('\n');
  fault(signatures.pop() === '' && signatures.length > 0);
  const root = unbase64(lines[2]);
  fault(root.length === HASH);
  return {origin: lines[0], size: Number(lines[1]), root, said: utf8.encode(said), signatures: signatures.map(line => {
    const found = /^\u2014 (\S+) (\S+)$/.exec(line);
    fault(found);
    const bytes = unbase64(found[2]);
    return {name: found[1], id: hex(bytes.subarray(0, 4)), bytes: bytes.subarray(4)};
  })};
}

export function receiptOf(file) {
  const found = /^c2sp\.org\/tlog-proof@v1\n(?:extra \S*\n)?index (0|[1-9]\d{0,14})\n((?:\S+\n){0,63})\n([^]*)$/.exec(file);
  fault(found);
  const proof = found[2].split('\n').slice(0, -1).map(unbase64);
  fault(proof.every(one => one.length === HASH));
  return {index: Number(found[1]), proof, note: found[3]};
}

/** A public key; a fault where its id is not the hash of what it names. */
export async function keyOf(line) {
  const found = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line);
  fault(found, {key: line});
  const bytes = unbase64(found[3]);
  const id = hex((await hash(utf8.encode(found[1] + '\n'), bytes)).subarray(0, 4));
  fault(id === found[2], {key: line, found: id});
  return {name: found[1], id, type: bytes[0], bytes: bytes.subarray(1), line};
}

// Signatures.

async function verified(name, format, key, signature, message) {
  let imported;
  try {
    imported = await crypto.subtle.importKey(format, key, {name}, false, ['verify']);
  } catch (trouble) {
    if (trouble.name === 'DataError') return false;
    throw new Unable();
  }
  return crypto.subtle.verify({name}, imported, signature, message);
}

const number = (value, bytes) => {
  const all = new Uint8Array(bytes);
  new DataView(all.buffer).setBigUint64(bytes - 8, BigInt(value));
  return all;
};
const sized = word => joined([utf8.encode(word).length], utf8.encode(word));

const ALGORITHMS = {
  1: {
    title: 'Ed25519',
    holds: (key, signature, point) => verified('Ed25519', 'raw', key.bytes, signature, point.said)
  },
  6: {
    title: 'ML-DSA-44',
    holds: (key, signature, point) => {
      const time = signature.subarray(0, 8);
      return verified('ML-DSA-44', 'raw-public', key.bytes, signature.subarray(8),
          joined(utf8.encode('subtree/v1\n\0'), sized(key.name), time, sized(point.origin),
              number(0, 8), number(point.size, 8), point.root));
    }
  }
};

async function signed(point, keys, type, file) {
  const key = keys.find(one => one.type === type && one.name === point.origin);
  const signature = key && point.signatures.find(one => one.name === key.name && one.id === key.id);
  const values = {key: key ? key.name + '+' + key.id : '–', origin: point.origin};
  // A reader who brought one key alone has nothing to check the other signature by.
  if (!key && keys.some(one => one.name === point.origin)) return 'keyless';
  fault(signature, values, file);
  fault(await ALGORITHMS[type].holds(key, signature.bytes, point), values, file);
  return {...values, signature: base64(signature.bytes.subarray(0, 64)) + (signature.bytes.length > 64 ? '…' : '')};
}

// What is fetched is kept until it has been judged, so that a reader can be handed what failed.

class Log {
  files = new Map();

  async fetch(path) {
    let reply, body;
    try {
      // What the site serves now, not what the browser happens to hold.
      reply = await fetch(path, {cache: 'no-store', credentials: 'omit', redirect: 'error'});
      body = new Uint8Array(await reply.arrayBuffer());
    } catch { throw new Unreached(); }
    if (reply.status >= 500) throw new Unreached();
    fault(reply.status === 200, {found: reply.status, file: path}, path);
    this.files.set(path, body);
    return body;
  }

  async parsed(path, parse) {
    const body = await this.fetch(path);
    try { return await parse(body); } catch (trouble) {
      if (trouble instanceof Unreached) throw trouble;
      throw new Fault({file: path, ...trouble.values}, path);
    }
  }

  bundle(kind, tile, size, parse) {
    const width = Math.min(TILE, size - tile * TILE);
    return this.parsed('/log/' + pathOf(kind, tile, size), body => parse(body, width));
  }

  entries(tile, size) { return this.bundle('tile/entries', tile, size, entriesOf); }
  payloads(tile, size) { return this.bundle('payload', tile, size, payloadsOf); }
  leaves(tile, size) {
    return this.bundle('tile/0', tile, size, (body, width) => {
      fault(body.length === width * HASH);
      return Array.from({length: width}, (_, at) => body.subarray(at * HASH, (at + 1) * HASH));
    });
  }
}

// The steps. Each takes what earlier ones established, adds to it, and gives the values that a reader may compare.

const KEYS = '/log/keys';

async function keys(log, known) {
  const brought = (document.querySelector('textarea[name=keys]')?.value ?? '').split('\n').map(one => one.trim()).filter(Boolean);
  const shown = [...document.querySelectorAll('[data-key]')].map(one => one.textContent.trim());
  const listed = await log.parsed(KEYS, body => text(body).trimEnd().split('\n'));
  // Keys that the reader brought are the ones to go by, whatever the site says of its own.
  known.keys = await Promise.all((brought.length > 0 ? brought : shown).map(keyOf))
      .catch(wrong => { throw new Fault(wrong.values, KEYS); });
  fault(shown.length > 0 && shown.every(one => listed.includes(one)) && listed.length === shown.length
      && brought.every(one => listed.includes(one)), {shown: shown.join('\n'), served: listed.join('\n')}, KEYS);
  return {key: known.keys.map(one => one.name + '+' + one.id + ' ' + (ALGORITHMS[one.type]?.title ?? one.type)).join('\n')};
}

const signatures = path => [
  ['first', (log, known) => signed(need(known.point), need(known.keys), 1, path)],
  ['second', (log, known) => signed(need(known.point), need(known.keys), 6, path)]];

export function entrySteps(index) {
  const receipt = `/r/${index}.tlog-proof`;
  const tile = Math.floor(index / TILE), at = index % TILE;
  const path = (kind, known) => '/log/' + pathOf(kind, tile, known.point.size);
  return [
    ['receipt', async (log, known) => {
      const read = await log.parsed(receipt, body => {
        const one = receiptOf(text(body));
        return {...one, point: checkpointOf(one.note)};
      });
      fault(read.index === index && index < read.point.size, {found: read.index}, receipt);
      Object.assign(known, read);
      return {origin: read.point.origin, size: read.point.size, root: hex(read.point.root)};
    }],
    ['entry', async (log, known) => {
      const size = need(known.point).size;
      const entry = (await log.entries(tile, size))[at];
      known.leaf = await leafOf(entry);
      const listed = (await log.leaves(tile, size))[at];
      const values = {leaf: hex(known.leaf), tile: hex(listed)};
      try { known.commitment = commitmentOf(entry, index); } catch {
        throw new Fault(values, path('tile/entries', known));
      }
      fault(same(known.leaf, listed), values, path('tile/entries', known));
      known.entry = entry;
      return values;
    }],
    ['content', async (log, known) => {
      const commitment = need(known.commitment);
      const payload = (await log.payloads(tile, known.point.size))[at];
      if (payload === null) {
        known.content = null;
        return 'withheld';
      }
      const found = await commit(payload);
      const values = {salt: hex(payload.salt), computed: hex(found), commitment: hex(commitment)};
      fault(same(found, commitment), values, path('payload', known));
      known.content = payload.content;
      return values;
    }],
    ['shown', async (log, known) => {
      for (const [name, bytes] of [['entry', need(known.entry)], ['content', need(known.content)]]) {
        const shown = document.querySelector(`[data-shown=${name}]`)?.textContent;
        fault(shown === (bytes ? text(bytes) : undefined), {shown: shown ?? '–', served: bytes ? text(bytes) : '–'},
            path(name === 'entry' ? 'tile/entries' : 'payload', known));
      }
      return {};
    }],
    ['proof', async (log, known) => {
      const leaf = need(known.leaf), {point, proof} = known;
      const found = await climb(index, point.size, leaf, proof).catch(() => new Uint8Array());
      const values = {proof: proof.map(hex).join('\n'), computed: hex(found), root: hex(point.root)};
      fault(same(found, point.root), values, path('tile/entries', known));
      return values;
    }],
    ['keys', keys],
    ...signatures(receipt)];
}

const kept = origin => 'entente checkpoint ' + origin;

/** The checkpoint that this reader asked this browser to keep; null where there is none or it may not be kept. */
function remembered(origin) {
  try { return localStorage.getItem(kept(origin)); } catch { return null; }
}

export function logSteps(progress) {
  const path = '/log/checkpoint';
  return [
    ['checkpoint', async (log, known) => {
      known.point = await log.parsed(path, body => checkpointOf(known.note = text(body)));
      return {origin: known.point.origin, size: known.point.size, root: hex(known.point.root)};
    }],
    ['keys', keys],
    ...signatures(path),
    ['entries', async (log, known) => {
      const size = need(known.point).size, leaves = [];
      known.contents = {present: 0, faults: []};
      for (let tile = 0; tile * TILE < size; tile++) {
        const [entries, listed, payloads] = await Promise.all(
            [log.entries(tile, size), log.leaves(tile, size), log.payloads(tile, size)]);
        const mine = await Promise.all(entries.map(leafOf));
        await Promise.all(entries.map(async (entry, at) => {
          const index = tile * TILE + at, file = kind => '/log/' + pathOf(kind, tile, size);
          const values = {index, leaf: hex(mine[at]), tile: hex(listed[at])};
          let commitment;
          try { commitment = commitmentOf(entry, index); } catch { throw new Fault(values, file('tile/entries')); }
          fault(same(mine[at], listed[at]), values, file('tile/entries'));
          if (payloads[at] === null) return;
          known.contents.present++;
          const computed = await commit(payloads[at]);
          if (!same(computed, commitment)) {
            known.contents.faults.push(new Fault(
                {index, computed: hex(computed), commitment: hex(commitment)}, file('payload')));
          }
        }));
        leaves.push(...mine);
        if (known.contents.faults.length === 0) {
          for (const kind of ['tile/entries', 'tile/0', 'payload']) log.files.delete('/log/' + pathOf(kind, tile, size));
        }
        progress(leaves.length, size);
      }
      known.leaves = leaves;
      return {size};
    }],
    ['contents', async (log, known) => {
      need(known.leaves);
      if (known.contents.faults.length > 0) throw known.contents.faults[0];
      return {present: known.contents.present, absent: known.leaves.length - known.contents.present};
    }],
    ['root', async (log, known) => {
      const found = await rootOf(need(known.leaves));
      const values = {computed: hex(found), root: hex(known.point.root)};
      log.files.set('leaves', joined(...known.leaves));
      fault(same(found, known.point.root), values, 'leaves');
      return values;
    }],
    ['earlier', async (log, known) => {
      const leaves = need(known.leaves), note = remembered(known.point.origin);
      if (note === null) return 'none';
      log.files.set('kept-checkpoint', utf8.encode(note));
      const old = checkpointOf(note);
      const found = old.size <= leaves.length ? await rootOf(leaves.slice(0, old.size)) : new Uint8Array();
      const values = {size: old.size, kept: hex(old.root), computed: hex(found)};
      fault(same(found, old.root), values, 'kept-checkpoint');
      return values;
    }]];
}

/** Takes the steps in turn. None stops the next: what can be told is told. */
async function take(steps, log, known, told) {
  const results = [];
  for (const [name, work] of steps) {
    const result = {name, state: 'holds', values: {}};
    try {
      const given = await work(log, known);
      if (typeof given === 'string') Object.assign(result, {state: 'nothing', name: name + '.' + given});
      else result.values = given;
    } catch (trouble) {
      result.state = trouble instanceof Fault ? 'fails'
          : trouble instanceof Unable ? 'unable'
          : trouble instanceof Unreached ? 'unreached'
          : trouble instanceof Skipped ? 'skipped' : 'fails';
      result.values = trouble.values ?? {};
      result.file = trouble.file;
    }
    results.push(result);
    told(result, results.length - 1);
  }
  return results;
}

// Words. Both languages, one beside the other.

const SAYS = {
  start: ['Not yet', 'Pas encore'],
  holds: ['✓ Holds', '✓ Valable'],
  fails: ['✗ Fails', '✗ En échec'],
  unable: ['– Not checked', '– Non vérifié'],
  unreached: ['– Not reached', '– Hors d’atteinte'],
  skipped: ['– Not checked', '– Non vérifié'],
  nothing: ['– Nothing to check', '– Rien à vérifier'],
  'unable.why': ['this browser does not have this kind of signature', 'ce navigateur ne connaît pas ce type de signature'],
  'unreached.why': ['the record did not answer', 'le registre n’a pas répondu'],
  'skipped.why': ['an earlier step did not give what this one starts from', 'une étape précédente n’a pas donné le point de départ de celle-ci'],
  receipt: ['The receipt names this entry and carries a checkpoint.', 'Le reçu désigne cette entrée et porte un point de contrôle.'],
  checkpoint: ['The newest checkpoint can be read.', 'Le dernier point de contrôle est lisible.'],
  entry: ['The entry is well formed, and hashes to the leaf in the log’s tile.', 'L’entrée est bien formée et donne, hachée, la feuille inscrite au registre.'],
  content: ['The content and its salt hash to the commitment in the entry.', 'Le contenu et son sel donnent, hachés, l’engagement inscrit dans l’entrée.'],
  'content.withheld': ['The content is withheld or was erased; the entry alone is checked.', 'Le contenu est réservé ou a été effacé ; seule l’entrée est vérifiée.'],
  shown: ['What this page shows is that entry and that content, byte for byte.', 'Cette page montre cette entrée et ce contenu, octet par octet.'],
  proof: ['The receipt leads from the leaf to the root in the checkpoint.', 'Le reçu mène de la feuille à la racine du point de contrôle.'],
  keys: ['The keys that this page shows, or that you gave, fit their own numbers and are those that the log lists.', 'Les clés affichées par cette page, ou que vous avez données, correspondent à leur propre numéro et sont celles que publie le registre.'],
  first: ['The Ed25519 signature of the checkpoint holds under its key.', 'La signature Ed25519 du point de contrôle est valable pour sa clé.'],
  second: ['The second signature, ML-DSA-44, against quantum computers, holds.', 'La seconde signature, ML-DSA-44, contre les ordinateurs quantiques, est valable.'],
  'first.keyless': ['You gave no Ed25519 key to check the first signature by.', 'Vous n’avez pas donné de clé Ed25519 pour vérifier la première signature.'],
  'second.keyless': ['You gave no ML-DSA-44 key to check the second signature by.', 'Vous n’avez pas donné de clé ML-DSA-44 pour vérifier la seconde signature.'],
  entries: ['Every entry is well formed, and hashes to its leaf in the log’s tiles.', 'Chaque entrée est bien formée et donne, hachée, sa feuille au registre.'],
  contents: ['Every content that is published hashes, with its salt, to the commitment in its entry.', 'Chaque contenu publié donne, haché avec son sel, l’engagement inscrit dans son entrée.'],
  root: ['All leaves together make the root in the checkpoint.', 'Toutes les feuilles réunies donnent la racine du point de contrôle.'],
  earlier: ['The log still begins with all that it held at the checkpoint kept in this browser.', 'Le registre commence toujours par tout ce qu’il contenait au point de contrôle gardé dans ce navigateur.'],
  'earlier.none': ['No earlier checkpoint is kept in this browser to compare with.', 'Aucun point de contrôle antérieur n’est gardé dans ce navigateur pour comparer.'],
  values: ['Values', 'Valeurs'],
  reading: ['{0} of {1} entries read', '{0} entrées lues sur {1}'],
  'entry.holds': ['Yes. Entry {0} stands in the log as it was signed, unaltered. This browser checked it in {1} s.', 'Oui. L’entrée {0} figure au registre telle qu’elle a été signée, inchangée. Ce navigateur l’a vérifiée en {1} s.'],
  'log.holds': ['Yes. All {0} entries stand as they were signed, unaltered. This browser read and checked them in {1} s.', 'Oui. Les {0} entrées figurent telles qu’elles ont été signées, inchangées. Ce navigateur les a lues et vérifiées en {1} s.'],
  'some.unable': ['As far as this browser can check, yes. What it cannot check is marked below; the program for your own computer checks that, too.', 'Pour ce que ce navigateur peut vérifier, oui. Ce qu’il ne peut pas vérifier est indiqué ci-dessous ; le programme pour votre ordinateur le vérifie aussi.'],
  'some.unreached': ['Not checked: the record did not answer. That says nothing about whether it is intact. Do not cite this page until it has been checked.', 'Non vérifié : le registre n’a pas répondu. Cela ne dit rien de son intégrité. Ne citez pas cette page avant une vérification.'],
  'some.fails': ['No. This step fails: “{0}” Do not cite this page.', 'Non. Cette étape échoue : « {0} » Ne citez pas cette page.'],
  insecure: ['This browser computes hashes only on pages that come over HTTPS or from your own computer. Use the program for your own computer.', 'Ce navigateur ne calcule d’empreintes que sur des pages reçues en HTTPS ou de votre propre ordinateur. Utilisez le programme pour votre ordinateur.'],
  todo: ['What to do', 'Que faire'],
  keep: ['Keep these two files. They are what this browser received:', 'Gardez ces deux fichiers. C’est ce que ce navigateur a reçu :'],
  again: ['Check again from another network and with the program for your own computer. A fault on the way to you is gone then; a fault in the record is not.', 'Vérifiez de nouveau depuis un autre réseau et avec le programme pour votre ordinateur. Une altération en chemin disparaît alors ; une altération du registre, non.'],
  tell: ['If it fails again, give both files to those who keep this record, and to somebody else who holds a copy or a checkpoint of it.', 'Si l’échec persiste, remettez les deux fichiers à ceux qui tiennent ce registre et à un tiers qui en détient une copie ou un point de contrôle.'],
  remember: ['Keep this checkpoint in this browser', 'Garder ce point de contrôle dans ce navigateur'],
  forget: ['Forget the checkpoint kept here', 'Oublier le point de contrôle gardé ici'],
  kept: ['Kept, in this browser only. The next check here will show whether the log still begins with these entries.', 'Gardé, dans ce navigateur seulement. La prochaine vérification ici montrera si le registre commence toujours par ces entrées.'],
  forgotten: ['Forgotten.', 'Oublié.'],
  refused: ['This browser does not let pages keep anything.', 'Ce navigateur ne laisse pas les pages garder quoi que ce soit.'],
  'of.absent': ['withheld or erased', 'réservés ou effacés'],
  'of.commitment': ['commitment in the entry', 'engagement dans l’entrée'],
  'of.computed': ['computed here', 'calculé ici'],
  'of.file': ['file', 'fichier'],
  'of.found': ['found', 'trouvé'],
  'of.index': ['entry', 'entrée'],
  'of.kept': ['root kept', 'racine gardée'],
  'of.key': ['key', 'clé'],
  'of.leaf': ['leaf, computed here', 'feuille, calculée ici'],
  'of.origin': ['log', 'registre'],
  'of.present': ['contents checked', 'contenus vérifiés'],
  'of.proof': ['hashes of the receipt', 'empreintes du reçu'],
  'of.root': ['root in the checkpoint', 'racine du point de contrôle'],
  'of.salt': ['salt', 'sel'],
  'of.served': ['served by the log', 'servi par le registre'],
  'of.shown': ['shown by this page', 'affiché par cette page'],
  'of.signature': ['signature', 'signature'],
  'of.size': ['entries', 'entrées'],
  'of.tile': ['leaf in the tile', 'feuille inscrite']
};

const FRENCH = document.documentElement.lang === 'fr';
const spaced = word => word.replace(/ ([;!?])/g, '\u202f$1').replace(/ ([:»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');

function say(key, ...values) {
  const words = SAYS[key][FRENCH ? 1 : 0].replace(/\{(\d)\}/g, (_, at) => values[at]);
  return FRENCH ? spaced(words) : words;
}

const figure = value => typeof value === 'number' ? value.toLocaleString(FRENCH ? 'fr-FR' : 'en-GB') : String(value);

// The page. Text goes in as text, never as markup: what is checked may be hostile.

function element(name, given = {}, ...inside) {
  const one = Object.assign(document.createElement(name), given);
  one.append(...inside);
  return one;
}

function written(result) {
  const why = SAYS[result.state + '.why'] ? ` (${say(result.state + '.why')})` : '';
  const inside = [element('strong', {className: result.state}, say(result.state) + why), ' – ', say(result.name)];
  const values = Object.entries(result.values);
  if (values.length > 0) {
    inside.push(element('details', {open: result.state === 'fails'}, element('summary', {}, say('values')),
        element('dl', {className: 'fields'}, ...values.flatMap(([name, value]) =>
            [element('dt', {}, say('of.' + name)), element('dd', {}, element('code', {}, figure(value)))]))));
  }
  return inside;
}

function download(path, bytes) {
  const name = path.replace(/^\/(log\/)?/, '').replaceAll('/', '-');
  const href = URL.createObjectURL(new Blob([bytes], {type: 'application/octet-stream'}));
  return element('li', {}, element('a', {href, download: name}, name));
}

/** Marks the page, and takes back every invitation to cite it, or gives them back. */
function sound(yes) {
  document.documentElement.classList.toggle('unsound', !yes);
  document.title = (yes ? '' : '✗ ') + document.title.replace(/^✗ /, '');
  for (const invitation of document.querySelectorAll('[data-cite]')) invitation.hidden = !yes;
}

/** Says that it fails, and hands over the proof of it. */
function alarm(box, results, log, signedFile) {
  const first = results.find(one => one.state === 'fails');
  const other = [first.file, KEYS, ...log.files.keys()].find(one => one && one !== signedFile && log.files.has(one));
  sound(false);
  const files = [signedFile, other].filter(one => log.files.has(one));
  box.append(element('h3', {}, say('todo')), element('ol', {className: 'steps'},
      element('li', {}, say('keep'), element('ul', {}, ...files.map(one => download(one, log.files.get(one))))),
      element('li', {}, say('again')), element('li', {}, say('tell'))));
  return say('some.fails', say(first.name));
}

function memory(box, known) {
  const name = kept(known.point.origin);
  const told = element('p', {role: 'status'});
  const button = (word, done, work) => element('button', {type: 'button', onclick: () => {
    try { work(); told.textContent = say(done); } catch { told.textContent = say('refused'); }
  }}, say(word));
  box.append(element('p', {className: 'act'},
      button('remember', 'kept', () => localStorage.setItem(name, known.note)),
      button('forget', 'forgotten', () => localStorage.removeItem(name))), told);
}

async function run(section, button) {
  const answer = section.querySelector('[role=status]'), box = section.querySelector('[data-found]');
  const index = section.dataset.check === 'entry' ? Number(section.dataset.index) : null;
  answer.textContent = '';
  answer.className = 'answer';
  box.replaceChildren();
  sound(true);
  if (!globalThis.crypto?.subtle) {
    answer.textContent = say('insecure');
    return;
  }
  button.disabled = true;
  const bar = element('progress'), far = element('p', {className: 'quiet'});
  const progress = (done, all) => {
    bar.max = all;
    bar.value = done;
    far.textContent = say('reading', figure(done), figure(all));
  };
  const log = new Log(), known = {}, began = performance.now();
  const steps = index === null ? logSteps(progress) : entrySteps(index);
  const rows = steps.map(([name]) => element('li', {}, element('span', {className: 'quiet'}, say('start')), ' – ', say(name)));
  bar.ariaLabel = button.textContent;
  box.append(bar, far, element('ol', {className: 'steps'}, ...rows));
  const results = await take(steps, log, known, (result, at) => rows[at].replaceChildren(...written(result)));
  bar.remove();
  far.remove();
  const seconds = ((performance.now() - began) / 1000).toLocaleString(FRENCH ? 'fr-FR' : 'en-GB', {maximumFractionDigits: 1});
  const any = state => results.some(one => one.state === state);
  if (any('fails')) {
    answer.classList.add('no');
    answer.textContent = alarm(box, results, log, index === null ? '/log/checkpoint' : `/r/${index}.tlog-proof`);
  } else if (any('unreached')) {
    answer.classList.add('open');
    answer.textContent = say('some.unreached');
  } else {
    if (any('unable')) answer.classList.add('open');
    answer.textContent = any('unable') ? say('some.unable')
        : index === null ? say('log.holds', figure(known.point.size), seconds) : say('entry.holds', figure(index), seconds);
    if (index === null) memory(box, known);
  }
  button.disabled = false;
}

for (const section of document.querySelectorAll('[data-check]')) {
  const button = section.querySelector('button');
  button.disabled = false;
  button.addEventListener('click', () => run(section, button));
}
