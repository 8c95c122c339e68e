/*
 * A link that carries the answers behind "#": what stands there is never sent to a server. "d" and then the JSON, deflated and
 * as base64url; "p" and plain base64url where the browser cannot compress.
 */

const SHARED_MARK = "#answers=";
const SHARED_LONGEST = 8000; // letters of an address that mail and chat programs leave whole
const SHARED_LIMIT = 2000000; // bytes after unpacking: a small link can be made to swell

async function offerShare(k) {
  const content = k.options.current();
  if (k.options.isEmpty(content)) {
    k.say(k.words.share_empty);
    return;
  }
  const begin = makeButton(k.words.share_make, async () => {
    const link = await sharedLink(k, content);
    dialog.close();
    if (link.length > SHARED_LONGEST) {
      const long = refused(fill(k.words.share_long, { n: link.length, most: SHARED_LONGEST }));
      k.say(long.message, "warn", rescueButtons(k).slice(0, 1));
      return;
    }
    showLink(k, link);
  }, "button button--main");
  const dialog = keptDialog(k, {
    title: k.words.share,
    parts: [
      make("p", fill(k.words.share_holds, { name: k.doc.name, answers: answersOf(k, content) })),
      make("p", k.words.share_warning),
    ],
    buttons: [begin],
  });
}

function showLink(k, link) {
  const field = make("input");
  Object.assign(field, { type: "text", readOnly: true, value: link });
  const said = make("p", "");
  said.setAttribute("role", "status");
  const copy = makeButton(k.words.share_copy, async () => {
    const done = await copied(link);
    said.textContent = done ? k.words.copied : k.words.copy_self;
    if (!done) field.select();
  }, "button button--main");
  keptDialog(k, { title: k.words.share, parts: [barField(k.words.share_link, field), said], buttons: [copy], close: k.words.close });
  field.select();
}

async function sharedLink(k, content) {
  const shared = { kept: 1, kind: k.options.kind, version: k.options.version, name: k.doc.name, content: content };
  return location.href.split("#")[0] + SHARED_MARK + await packed(JSON.stringify(shared));
}

/** @returns {Promise<string>} */
async function packed(text) {
  const bytes = new TextEncoder().encode(text);
  if (typeof CompressionStream !== "function") return "p" + base64url(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return "d" + base64url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** @returns {Promise<string>} the text; throws on what is not whole, or swells too far */
async function unpacked(link) {
  const bytes = Uint8Array.from(atob(link.slice(1).replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  if (link[0] === "p") return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  if (link[0] !== "d") throw new Error("no such form");
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > SHARED_LIMIT) throw new Error("too large");
    text += decoder.decode(value, { stream: true });
  }
}

function base64url(bytes) {
  let text = "";
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** A link with answers opens a preview, at the start and when it is pasted over the address of a page that is open. */
function readShared(k) {
  const look = () => {
    if (location.hash.startsWith(SHARED_MARK)) openShared(k, location.hash.slice(SHARED_MARK.length));
  };
  window.addEventListener("hashchange", look);
  look();
}

async function openShared(k, link) {
  try {
    history.replaceState(history.state, "", location.href.split("#")[0]); // answers do not stay in the history of the browser
  } catch (forbidden) { /* a browser that allows no new addresses of files */ }
  try {
    previewImport(k, [await sharedDocument(k, link)], k.words.share_title);
  } catch (error) {
    tellRefused(k, error);
  }
}

/** @returns {Promise<{name: string, content: Object}>} */
async function sharedDocument(k, link) {
  let found;
  try {
    found = JSON.parse(await unpacked(link));
  } catch (spoiled) {
    throw refused(k.words.share_spoiled);
  }
  if (!found || found.kept !== 1 || found.kind !== k.options.kind || !found.content || typeof found.content !== "object") {
    throw refused(k.words.share_other);
  }
  if (!Number.isInteger(found.version) || found.version > k.options.version) throw refused(k.words.share_newer);
  const name = typeof found.name === "string" ? found.name.slice(0, 80) : "";
  return { name: name, content: k.options.migrate(found.content, found.version) };
}
