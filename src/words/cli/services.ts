import type { Message } from '../say.js';

export const STARTING_SERVICES = {
  id: 'Menyalakan MongoDB dan Redis di mesin ini …',
  en: 'Starting MongoDB and Redis on this machine …',
} as const satisfies Message;
