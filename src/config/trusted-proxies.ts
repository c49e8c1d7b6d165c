import { isIP } from 'node:net';
import { z } from 'zod';

/** So many hops, or their addresses. */
export const proxies = z
  .string()
  .default('0')
  .transform((text) => (/^\s*\d\s*$/.test(text) ? Number(text) : text.split(',').flatMap((part) => part.trim() || [])))
  .refine((given) => typeof given === 'number' || given.every(isNetwork), {
    error: 'tulis banyaknya proksi (0 sampai 9), atau alamatnya: 10.0.0.2, 172.18.0.0/16',
  });

/** An address, alone or with the length of its network. */
function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const family = isIP(address);
  const bits = length === undefined ? 0 : Number(length);
  return (
    family !== 0 &&
    more.length === 0 &&
    (length === undefined || /^\d{1,3}$/.test(length)) &&
    bits <= (family === 4 ? 32 : 128)
  );
}
