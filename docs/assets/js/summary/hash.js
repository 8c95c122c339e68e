/* The ids of responses, and the draw that follows from the id of an item: the same as those of the command. */

const SIGMA = ("0123456789abcdef" + "ea489fd61c02b753" + "b8c052fdae367194" + "7931dcbe265a40f8" + "905724afe1bc683d" // as in RFC 7693
  + "2c6a0b834d75fe19" + "c51fed4a0763928b" + "db7ec13950f4862a" + "6fe9b308c2d714a5" + "a2847615fb9e3cd0");
const START = ["6a09e667f3bcc908", "bb67ae8584caa73b", "3c6ef372fe94f82b", "a54ff53a5f1d36f1",
  "510e527fade682d1", "9b05688c2b3e6c1f", "1f83d9abfb41bd6b", "5be0cd19137e2179"].map((part) => BigInt("0x" + part));

/** @returns {string} BLAKE2b of a text, six bytes as hexadecimal digits */
function digest(text) {
  const bytes = new TextEncoder().encode(text);
  const state = BigUint64Array.from(START);
  state[0] ^= 0x01010006n;
  const v = new BigUint64Array(16); // what is put into it is cut to 64 bits
  const turn = (n, by) => (n >> by) | (n << (64n - by));
  const mix = (a, b, c, d, x, y) => {
    v[a] = v[a] + v[b] + x;
    v[d] = turn(v[d] ^ v[a], 32n);
    v[c] = v[c] + v[d];
    v[b] = turn(v[b] ^ v[c], 24n);
    v[a] = v[a] + v[b] + y;
    v[d] = turn(v[d] ^ v[a], 16n);
    v[c] = v[c] + v[d];
    v[b] = turn(v[b] ^ v[c], 63n);
  };
  for (let at = 0; at === 0 || at < bytes.length; at += 128) {
    const block = new Uint8Array(128);
    block.set(bytes.subarray(at, at + 128));
    const view = new DataView(block.buffer);
    v.set(state);
    v.set(START, 8);
    v[12] ^= BigInt(Math.min(at + 128, bytes.length));
    if (at + 128 >= bytes.length) v[14] = ~v[14];
    for (let round = 0; round < 12; round += 1) {
      for (let n = 0; n < 8; n += 1) {
        const said = (place) => view.getBigUint64(8 * parseInt(SIGMA[(round % 10) * 16 + 2 * n + place], 16), true);
        const c = n % 4, by = n < 4 ? 0 : 1;
        mix(c, 4 + ((c + by) % 4), 8 + ((c + 2 * by) % 4), 12 + ((c + 3 * by) % 4), said(0), said(1));
      }
    }
    for (let n = 0; n < 8; n += 1) state[n] ^= v[n] ^ v[n + 8];
  }
  return Array.from(new Uint8Array(state.buffer, 0, 6), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @returns {number} the draw of an id, which holds ASCII alone or is brought to bytes */
const drawOf = (id) => crcOf(new TextEncoder().encode(id));
