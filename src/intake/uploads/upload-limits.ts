/** What one report may bring. Beyond any of these nothing of it is kept. */
export interface UploadLimits {
  readonly files: number;
  readonly pictureBytes: number;
  readonly documentBytes: number;
  readonly videoBytes: number;
  /** Of all files of a report together. */
  readonly allBytes: number;
  /** Width times height: what a picture unpacks to, whatever its file weighs. */
  readonly pixels: number;
  readonly drawSeconds: number;
}

const MB = 1024 * 1024;

/** A telephone's camera gives 50 megapixels and 12 MB at most; a minute of its video about 40 MB. */
export const UPLOAD_LIMITS: UploadLimits = {
  files: 8,
  pictureBytes: 15 * MB,
  documentBytes: 15 * MB,
  videoBytes: 48 * MB,
  allBytes: 64 * MB,
  pixels: 52_000_000,
  drawSeconds: 20,
};
