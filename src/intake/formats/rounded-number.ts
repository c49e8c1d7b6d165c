/** Excel keeps fifteen digits of a number: it shows `7.30123E+18`, or zeros where the others were. */
export function isRounded(id: string): boolean {
  return /^\d(?:[.,]\d+)?E\+?\d+$/i.test(id) || (/^\d{18,}$/.test(id) && /^0+$/.test(id.slice(15)));
}
