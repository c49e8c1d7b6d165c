// A process of its own for pictures that strangers bring: native code reads them, so it holds nothing worth taking. It is
// started by drawing-process.ts with no environment and no way out but the channel it is asked through.
import process from 'node:process';
import sharp from 'sharp';

/** @typedef {{ pixels: number, bytes: number, seconds: number }} DrawLimits */
/** @typedef {{ bytes: Uint8Array, mime: 'image/jpeg' | 'image/png', width: number, height: number }} DrawnPicture A clean copy: pixels and nothing else. */
/** @typedef {'broken' | 'pixels'} DrawFault */

/** Nothing is read but these, whatever a file says it is: no SVG, no PDF, no format that nobody sends. */
const READ = ['JpegBuffer', 'PngBuffer', 'WebpBuffer', 'NsgifBuffer', 'HeifBuffer'];
/** The second for what would outgrow its limit by being drawn. */
const QUALITIES = [90, 60];
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: READ.map((name) => `VipsForeignLoad${name}`) });
sharp.cache(false);
sharp.concurrency(1);

process.on('disconnect', () => process.exit());
process.on('message', async (/** @type {{ bytes: Uint8Array, limits: DrawLimits }} */ { bytes, limits }) => {
  process.send?.(await drawAnew(bytes, limits));
});

/**
 * Decodes and encodes: place, device, thumbnail, comments, colour profile and what hides behind the end stay behind.
 *
 * @param {Uint8Array} bytes
 * @param {DrawLimits} limits
 * @returns {Promise<DrawnPicture | DrawFault>}
 */
async function drawAnew(bytes, limits) {
  // One page: of what moves, the first picture.
  const open = () => sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error', pages: 1, sequentialRead: true });
  try {
    const { format, hasAlpha = false, width, height } = await open().metadata();
    // What is measured only while it is being unpacked is measured too late.
    if (width * height > limits.pixels) return 'pixels';
    // The library turns colours into sRGB and writes no metadata unless told to.
    const drawing = () => open().autoOrient().toColourspace('srgb').timeout({ seconds: limits.seconds });
    const isSharpEdged = hasAlpha || format === 'png' || format === 'gif';
    const exact = isSharpEdged && (await finish(drawing().png(), 'image/png'));
    if (exact && exact.bytes.length <= limits.bytes) return exact;
    for (const quality of QUALITIES) {
      const close = await finish(drawing().flatten({ background: '#fff' }).jpeg({ quality }), 'image/jpeg');
      if (close.bytes.length <= limits.bytes) return close;
    }
    return 'pixels';
  } catch (error) {
    // The library says in words alone what it met.
    return /pixel limit/i.test(/** @type {Error} */ (error).message) ? 'pixels' : 'broken';
  }
}

/**
 * @param {import('sharp').Sharp} drawing
 * @param {DrawnPicture['mime']} mime
 */
async function finish(drawing, mime) {
  const { data, info } = await drawing.toBuffer({ resolveWithObject: true });
  return { bytes: data, mime, width: info.width, height: info.height };
}
