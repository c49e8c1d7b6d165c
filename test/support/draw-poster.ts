import sharp from 'sharp';

/** A poster drawn for tests: invented words on a colour, some turned a little, a third of them over a photograph-like ground. */
export interface DrawnPoster {
  readonly jpeg: Buffer;
  readonly words: readonly string[];
  readonly width: number;
  readonly height: number;
}

const WORDS =
  'coblos nomor urut dua satu tiga pasangan calon bupati wakil gubernur bersama rakyat menang lanjutkan perubahan maju sejahtera adil makmur berani jujur kerja nyata untuk semua warga kota desa kampung membangun daerah pilih kami tanggal november hadir dukung relawan posko kampanye akbar lapangan merdeka panggung hiburan gratis makan bergizi sekolah puskesmas jalan pasar petani nelayan guru perawat'.split(
    ' ',
  );
const FONTS = ['DejaVu Sans', 'DejaVu Serif', 'DejaVu Sans Mono', 'DejaVu Sans Condensed'];
const COLOURS = [
  ['#b71c1c', '#ffffff'],
  ['#0d47a1', '#ffeb3b'],
  ['#ffffff', '#1b5e20'],
  ['#fdd835', '#212121'],
  ['#1b5e20', '#ffffff'],
  ['#311b92', '#e1f5fe'],
  ['#ff6f00', '#000000'],
  ['#eceff1', '#b71c1c'],
  ['#004d40', '#fff176'],
  ['#880e4f', '#ffffff'],
] as const;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same seed draws the same poster. */
export async function drawPoster(seed: number): Promise<DrawnPoster> {
  const random = seeded(seed * 7_919 + 13);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const width = 700 + Math.floor(random() * 500);
  const height = 600 + Math.floor(random() * 700);
  const [ground, ink] = pick(COLOURS);
  const look = { font: pick(FONTS), weight: random() < 0.6 ? 'bold' : 'normal', ink, ground };
  const isPhoto = seed % 3 === 0;
  const turn = seed % 2 === 1 ? (random() - 0.5) * 6 : 0;
  const { drawn, words } = drawLines({ width, height, random, pick, look, isPhoto });
  const svg = (inner: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inner}</svg>`);
  const text = `<g transform="rotate(${turn} ${width / 2} ${height / 2})">${drawn}</g>`;
  const stains = Array.from(
    { length: 4 },
    () =>
      `<circle cx="${random() * width}" cy="${random() * height}" r="${random() * width * 0.4}" fill="${ink}" opacity="0.07"/>`,
  );
  const picture = isPhoto
    ? sharp(await drawPhoto({ width, height, ground, random })).composite([{ input: svg(text) }])
    : sharp(svg(`<rect width="${width}" height="${height}" fill="${ground}"/>${stains.join('')}${text}`));
  return { jpeg: await picture.flatten({ background: ground }).jpeg({ quality: 82 }).toBuffer(), words, width, height };
}

/** Where `drawCall` begins its lines, and how far they lie apart, in pixels of its 1,000 by 700. */
export const CALL_PLACE = { left: 80, firstLine: 180, apart: 140, size: 64 } as const;

/** Given lines in white on one colour, without any chance in it. */
export function drawCall(lines: readonly string[], ground = '#0d47a1'): Promise<Buffer> {
  const { left, firstLine, apart, size } = CALL_PLACE;
  const rows = lines.map(
    (line, n) =>
      `<text x="${left}" y="${firstLine + n * apart}" font-family="DejaVu Sans" font-weight="bold" font-size="${size}" fill="#fff">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="700"><rect width="1000" height="700" fill="${ground}"/>${rows.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer();
}

interface Lines {
  readonly width: number;
  readonly height: number;
  readonly random: () => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly look: { font: string; weight: string; ink: string; ground: string };
  readonly isPhoto: boolean;
}

function drawLines({ width, height, random, pick, look, isPhoto }: Lines): { drawn: string; words: string[] } {
  const words: string[] = [];
  let drawn = '';
  let y = height * 0.12;
  for (let lines = 4 + Math.floor(random() * 4); lines > 0; lines -= 1) {
    const size = 26 + Math.floor(random() * 40);
    y += size * 1.5;
    if (y > height * 0.95) break;
    const line = drawLine(Math.floor((width * 0.8) / (size * 0.68)), random, pick);
    if (line === '') continue;
    words.push(...line.toLowerCase().split(' '));
    const isLeft = random() < 0.5;
    const edge = isPhoto ? `stroke="${look.ground}" stroke-width="${size / 8}" paint-order="stroke"` : '';
    const place = `x="${isLeft ? width * 0.08 : width / 2}" y="${y}" text-anchor="${isLeft ? 'start' : 'middle'}"`;
    drawn += `<text ${place} font-family="${look.font}" font-size="${size}" font-weight="${look.weight}" fill="${look.ink}" ${edge}>${line}</text>`;
  }
  return { drawn, words };
}

function drawLine(room: number, random: () => number, pick: Lines['pick']): string {
  let line = '';
  for (;;) {
    const longer = line === '' ? pick(WORDS) : `${line} ${pick(WORDS)}`;
    if (longer.length > room) break;
    line = longer;
    if (random() < 0.2) break;
  }
  return random() < 0.4 ? line.toUpperCase() : line;
}

/** Shades of the ground without an edge of their own, as of a blurred crowd. */
async function drawPhoto(of: { width: number; height: number; ground: string; random: () => number }): Promise<Buffer> {
  const side = 60;
  const raw = Buffer.alloc(side * side * 3);
  const base = [1, 3, 5].map((at) => Number.parseInt(of.ground.slice(at, at + 2), 16));
  for (let pixel = 0; pixel < side * side; pixel += 1) {
    const light = 0.5 + of.random() * 0.6;
    for (let colour = 0; colour < 3; colour += 1) {
      raw[pixel * 3 + colour] = Math.min(255, base[colour]! * light + 30 * of.random());
    }
  }
  const photo = sharp(raw, { raw: { width: side, height: side, channels: 3 } });
  return photo.resize(of.width, of.height, { kernel: 'cubic' }).png().toBuffer();
}

/** Of the words drawn, how many were read: each word read counts once. */
export function wordsFound(drawn: readonly string[], text: string): number {
  const read = new Map<string, number>();
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) read.set(word, (read.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of drawn) {
    const left = read.get(word) ?? 0;
    if (left === 0) continue;
    found += 1;
    read.set(word, left - 1);
  }
  return found;
}
