/* Unpacks parts of a zip file, by its list at the end. What it unpacks to is measured while it unpacks: a zip may lie about that. */

const MOST_PART = 20000000, MOST_PARTS = 40000000;
const CRC = Int32Array.from({ length: 256 }, (none, n) => {
  for (let bit = 0; bit < 8; bit += 1) n = (n >>> 1) ^ (n & 1 ? 0xedb88320 : 0);
  return n;
});

/** @returns {number} CRC-32 */
function crcOf(bytes) {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC[(crc ^ byte) & 255];
  return (crc ^ -1) >>> 0;
}

function refuseIf(wrong, reason = "no_book") {
  if (wrong) throw unreadable(reason);
}

/**
 * @param {Uint8Array} bytes of the zip file, from the start of their buffer on
 * @returns {function(string): Promise<?Uint8Array>} unpacks the part of this name; null where there is none
 */
function unzip(bytes) {
  const view = new DataView(bytes.buffer);
  const u16 = (at) => view.getUint16(at, true), u32 = (at) => view.getUint32(at, true);
  const parts = new Map();
  let unpacked = 0;
  // The list's own entry ends the file; a remark may stand behind it.
  let end = bytes.length - 22;
  const isEnd = () => u32(end) === 0x06054b50 && end + 22 + u16(end + 20) === bytes.length;
  const most = Math.max(0, end - 65535);
  while (end >= most && !isEnd()) end -= 1;
  refuseIf(end < most);
  let at = u32(end + 16);
  for (let n = u16(end + 10); n > 0; n -= 1) {
    refuseIf(at + 46 > end || u32(at) !== 0x02014b50);
    const name = at + 46 + u16(at + 28);
    parts.set(new TextDecoder().decode(bytes.subarray(at + 46, name)).toLowerCase(), at);
    at = name + u16(at + 30) + u16(at + 32);
  }

  return async (path) => {
    const part = parts.get(path.toLowerCase());
    if (part === undefined) return null;
    const local = u32(part + 42), method = u16(part + 10), length = u32(part + 20);
    refuseIf(local + 30 > end || u32(local) !== 0x04034b50);
    refuseIf(u16(part + 8) & 1, "locked");
    const start = local + 30 + u16(local + 26) + u16(local + 28);
    refuseIf(start + length > end || (method && method !== 8));
    const most = Math.min(MOST_PART, MOST_PARTS - unpacked), chunks = [];
    let stream = new Blob([bytes.subarray(start, start + length)]).stream(), size = 0;
    try {
      if (method) stream = stream.pipeThrough(new DecompressionStream("deflate-raw"));
    } catch (missing) {
      throw unreadable("old_browser");
    }
    const reader = stream.getReader();
    for (;;) {
      const { done, value } = await reader.read().catch(() => refuseIf(true));
      if (done) break;
      size += value.length;
      chunks.push(value);
      // what nobody reads any more is not unpacked any further
      refuseIf(size > most, "unpacked");
    }
    unpacked += size;
    const whole = new Uint8Array(await new Blob(chunks).arrayBuffer());
    refuseIf(crcOf(whole) !== u32(part + 16));
    return whole;
  };
}
