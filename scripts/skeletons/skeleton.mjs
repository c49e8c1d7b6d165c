/**
 * What one skeleton writes, and the lines it adds to files that stand.
 *
 * @typedef {object} Skeleton
 * @property {{ path: string, text: string }[]} files
 * @property {{ path: string, change: (text: string, path: string) => string }[]} edits
 * @property {string[]} next what the person does now
 */

/** `message` is for the person at the terminal. */
export class SkeletonError extends Error {
  /** @param {string} message @param {number} exitCode 1: it stands already or cannot be fitted in; 64: called wrongly. */
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Lower case, digits and single hyphens, beginning with a letter. @param {string} name @param {string} example */
export function assertName(name, example) {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && name.length <= 40) return;
  throw new SkeletonError(
    `"${name}" bukan nama yang baik: huruf kecil, angka, dan tanda hubung, seperti ${example}`,
    64,
  );
}

/** `report-key` is `ReportKey` in a type. @param {string} name */
export function pascal(name) {
  return name.replace(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

/**
 * A change that puts `line` before the one place that `mark` finds; a table that has another shape by now is said, not guessed.
 *
 * @param {RegExp} mark
 * @param {string} line
 */
export function insertBefore(mark, line) {
  return (/** @type {string} */ text, /** @type {string} */ path) => {
    if (!mark.test(text)) throw new SkeletonError(`${path}: tempat untuk "${line.trim()}" tidak ditemukan`, 1);
    return text.replace(mark, (found) => `${line}${found}`);
  };
}
