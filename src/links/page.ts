import type { Address, Reading } from './link.js';

/** Says who sent or showed a link, never what it leads to. */
const TRACKING =
  /^(?:utm_\w+|mibextid|igshid?|igsh|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ttclid|twclid|li_fat_id|mc_[ce]id|_ga|_gl|__cft__.*|__tn__|__xts__.*|is_from_webapp|sender_device|sfnsn)$/i;
/** The same on the platforms, where these mean nothing else. */
const TRACKING_ON_PLATFORMS =
  /^(?:_rdr|_rdc|rdid|share_url|_[rt]|[st]|web_id|is_copy_url|refsrc|ref|ref_src|ref_url|refid|feature|si|pp|xmt|slof|hl|locale|lang|app|cxt|hc_ref|fref|eav|paipv|_ft_|extid|src|serp_type)$/i;

/** What is neither an act nor an account: one spelling of its address. */
export function pageAt(address: Address, platformHost?: string): Reading {
  const says = (name: string) =>
    !TRACKING.test(name) && (platformHost === undefined || !TRACKING_ON_PLATFORMS.test(name));
  // An app's parameters are told to no page.
  const told = address.scheme === 'https' ? [...address.query] : [];
  const query = told.filter(([name]) => says(name)).sort(([a], [b]) => (a < b ? -1 : +(a > b)));
  const host = platformHost ?? `${address.host}${address.port}`;
  const search = new URLSearchParams(query).toString();
  const path = address.path.split('/').map(encodedPart).join('/');
  const rest = `${path && `/${path}`}${search && `?${search}`}`;
  // A sign that may end a sentence is encoded at the end, or it would be lost where the canonical stands in a text.
  return { kind: 'page', canonical: `https://${host}${rest.replace(/(?<![.,:*~])[.,:*~]+$/, encodedSigns)}` };
}

function encodedSigns(signs: string): string {
  return signs.replace(/[^\w]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function encodedPart(part: string): string {
  const encoded = encodeURIComponent(part).replace(/%(?:40|3A|2C|2B|3D|24)/g, decodeURIComponent);
  return encoded.replace(/[!'()*]|:$/g, encodedSigns);
}
