/**
 * Tells whether a code is a province, regency, city or district of Kemendagri's list. Loaded when first needed: the
 * list of districts takes some ten milliseconds to read.
 */
export async function loadRegionCheck(): Promise<(code: string) => boolean> {
  const { getDistricts, getProvinces, getRegencies } = await import('idn-area-data');
  const lists = await Promise.all([getProvinces(), getRegencies(), getDistricts()]);
  const codes = new Set(lists.flat().map((area) => area.code));
  return (code) => codes.has(code);
}
