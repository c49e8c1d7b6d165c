import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Stands in every hostile part: wherever it comes out again, something got through. */
export const MARK = 'NETRA-ATTACK-PAYLOAD';

export interface HostileFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** `taken`: an honest picture is in it, and only that may come out. */
  readonly may: 'taken' | 'refused' | 'either';
}

const SCRIPT = `<html><script>alert("${MARK}")</script><?php system("${MARK}"); ?></html>`;
const ZIP = Buffer.concat([
  Buffer.from('PK\u0003\u0004'),
  Buffer.from(MARK),
  Buffer.from('PK\u0005\u0006'),
  Buffer.alloc(18),
]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG that says it is so large; `rows` of them are there. */
export function pngOf(width: number, height: number, rows = 1): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(Math.min(rows, height) * (width + 1)), { level: 9 });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))],
  ]);
}

/** Honest pictures with everything in them that must not come out. */
async function seeds(): Promise<Record<'jpeg' | 'png' | 'webp' | 'gif' | 'avif', Buffer>> {
  const noise = { noise: { type: 'gaussian', mean: 128, sigma: 40 } } as const;
  const picture = () => sharp({ create: { width: 64, height: 48, channels: 3, background: '#369', ...noise } });
  const exif = {
    IFD0: { Artist: MARK, ImageDescription: SCRIPT, Make: MARK },
    IFD3: { GPSLatitude: '7/1 15/1 0/1', GPSLatitudeRef: 'S', GPSLongitude: '112/1 44/1 0/1', GPSLongitudeRef: 'E' },
  };
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${MARK}"/></rdf:RDF></x:xmpmeta>`;
  const full = () => picture().withExif(exif).withXmp(xmp).withIccProfile('p3');
  const frames = await Promise.all(['#a00', '#0a0'].map((background) => flat(background)));
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  const [jpeg, png, webp, avif] = await Promise.all([
    full().jpeg().toBuffer(),
    full().png().toBuffer(),
    full().webp().toBuffer(),
    full().avif({ effort: 0 }).toBuffer(),
  ]);
  return { jpeg, png, webp, gif, avif };
}

function flat(background: string): Promise<Buffer> {
  return sharp({ create: { width: 32, height: 32, channels: 3, background } })
    .png()
    .toBuffer();
}

const text = (name: string, content: string): HostileFile => ({ name, bytes: Buffer.from(content), may: 'refused' });

/** Each kind of attack once. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const pictures = await seeds();
  const each = Object.entries(pictures);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('${MARK}')"><image href="file:///etc/passwd"/></svg>`;
  return [
    ...each.map(([name, bytes]) => ({ name: `${name} with place and device`, bytes, may: 'taken' as const })),
    ...each.map(([name, bytes]) => tail(name, bytes, SCRIPT)),
    ...each.map(([name, bytes]) => ({ ...tail(name, bytes, ''), bytes: Buffer.concat([bytes, ZIP]) })),
    ...each.map(([name, bytes]) => ({
      name: `${name} cut in half`,
      bytes: bytes.subarray(0, bytes.length / 2),
      may: 'either' as const,
    })),
    ...each.map(([name, bytes]) => ({
      name: `head of ${name}`,
      bytes: bytes.subarray(0, 16),
      may: 'refused' as const,
    })),
    ...each.map(([name, bytes]) => ({
      name: `script after the head of ${name}`,
      bytes: Buffer.concat([bytes.subarray(0, 12), Buffer.from(SCRIPT)]),
      may: 'refused' as const,
    })),
    ...[
      text('svg', svg),
      text('svg with declaration', `<?xml version="1.0"?>${svg}`),
      text('svg after spaces', `   \n${svg}`),
    ],
    ...[
      text('html', SCRIPT),
      text('script', `import fs from "fs"; // ${MARK}`),
      text('eps', `%!PS-Adobe-3.0 EPSF-3.0\n${MARK}`),
    ],
    ...[
      text('empty', ''),
      text('one byte', 'a'),
      text('path', '../../../../etc/passwd'),
      text('mvg', `push graphic-context\nimage over 0,0 0,0 'https://x.test/${MARK}'`),
    ],
    ...[
      text('xml bomb', `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "${MARK}"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>`),
      { name: 'zip', bytes: ZIP, may: 'refused' as const },
    ],
    ...['MZ', '\u007fELF', '#!/bin/sh\n', 'GIF89a=1;', 'BM', 'II*\u0000', '8BPS', '\u0000\u0000\u0001\u0000'].map(
      (head) => text(`head ${JSON.stringify(head)}`, `${head}${SCRIPT}`),
    ),
    { name: 'flood of pixels, small file', bytes: pngOf(60_000, 60_000), may: 'refused' },
    { name: 'flood of pixels that is all there', bytes: pngOf(8_000, 8_000, 8_000), may: 'refused' },
    { name: 'one row of a billion pixels', bytes: pngOf(2_000_000_000, 1, 0), may: 'refused' },
    { name: 'size nought', bytes: pngOf(0, 0, 0), may: 'refused' },
    { name: 'jpeg that says 65,535 squared', bytes: resized(pictures.jpeg), may: 'refused' },
  ];
}

function tail(name: string, bytes: Buffer, after: string): HostileFile {
  return {
    name: `${name} with something behind its end`,
    bytes: Buffer.concat([bytes, Buffer.from(after)]),
    may: 'taken',
  };
}

/** The frame header of a JPEG with both sides at their highest. */
function resized(jpeg: Buffer): Buffer {
  const copy = Buffer.from(jpeg);
  const frame = copy.findIndex((byte, i) => byte === 0xff && (copy[i + 1] === 0xc0 || copy[i + 1] === 0xc2));
  copy.fill(0xff, frame + 5, frame + 9);
  return copy;
}

/** Files that are kept as they came, and must never be shown as what they are. */
export const SEALED_ONLY: readonly HostileFile[] = [
  {
    name: 'pdf that runs script',
    bytes: Buffer.from(`%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert("${MARK}"))>>>>endobj\n%%EOF`),
    may: 'taken',
  },
  { name: 'pdf that is a page too', bytes: Buffer.from(`%PDF-1.4\n${SCRIPT}`), may: 'taken' },
  {
    name: 'mp4 that is a page too',
    bytes: Buffer.concat([
      Buffer.from('\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000mp42isom', 'latin1'),
      Buffer.from(SCRIPT),
    ]),
    may: 'taken',
  },
];

/** So many more, made from the honest ones by a generator with a seed: bytes changed, cut, doubled, glued together. */
export async function mutations(count: number, seed = 1): Promise<HostileFile[]> {
  const sources = [...Object.values(await seeds()), ...SEALED_ONLY.map(({ bytes }) => bytes)];
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const changes: readonly ((from: Buffer) => Buffer)[] = [
    (from) => from.map((byte) => (below(200) === 0 ? below(256) : byte)) as Buffer,
    (from) => Buffer.from(from.subarray(0, below(from.length))),
    (from) => Buffer.concat([from.subarray(0, below(64)), sources[below(sources.length)]!.subarray(below(64))]),
    (from) => Buffer.concat([from, Buffer.from(SCRIPT), sources[below(sources.length)]!]),
    (from) => {
      const at = below(from.length);
      return Buffer.concat([from.subarray(0, at), Buffer.from(SCRIPT), from.subarray(at)]);
    },
    (from) => {
      const copy = Buffer.from(from);
      for (let i = 0; i < 4; i += 1) copy.writeUInt32BE(0xffffffff - below(16), below(Math.max(1, copy.length - 4)));
      return copy;
    },
  ];
  return Array.from({ length: count }, (_, n) => {
    const from = sources[below(sources.length)]!;
    return {
      name: `mutation ${n} of seed ${seed}`,
      bytes: Buffer.from(changes[n % changes.length]!(from)),
      may: 'either',
    };
  });
}
