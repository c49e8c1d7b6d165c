/** How much time and room one capture may take. What is cut by a limit is said in the pack. */
export interface CaptureLimits {
  /** Until the server's first answer. */
  readonly answerMs: number;
  /** After it, until the page has loaded; then what is there is captured. */
  readonly loadMs: number;
  /** One picture, one archive, one reading of the text. */
  readonly stepMs: number;
  /** All of a page together. */
  readonly captureMs: number;
  /** CSS pixels from the top of the page that the full-page picture holds at most. */
  readonly fullPageHeight: number;
  /** UTF-16 units of the page's text. */
  readonly textLength: number;
  readonly archiveBytes: number;
  /** All files of a pack but the manifest. */
  readonly packBytes: number;
  /** What one page may load from the network before it is cut off. */
  readonly downloadBytes: number;
}

const MB = 1024 * 1024;

export const DEFAULT_LIMITS: CaptureLimits = {
  answerMs: 20_000,
  loadMs: 10_000,
  stepMs: 10_000,
  captureMs: 60_000,
  fullPageHeight: 20_000,
  textLength: 1_000_000,
  archiveBytes: 30 * MB,
  packBytes: 60 * MB,
  downloadBytes: 100 * MB,
};
