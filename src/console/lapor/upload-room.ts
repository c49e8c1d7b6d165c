/** What may be in hand at once of files that are still coming in. */
export interface UploadRoom {
  /** `undefined`: too many already, from this place, by this form or altogether. Whoever is let in calls `leave` at the end. */
  enter(place: string, form: string): Entered | undefined;
}

export interface Entered {
  /** Whether there is room for so many more. */
  take(bytes: number): boolean;
  leave(): void;
}

export interface RoomLimits {
  readonly bytes: number;
  readonly uploads: number;
  /** Of one place: one whole report, and a small one beside it. */
  readonly placeBytes: number;
  readonly placeUploads: number;
}

const MB = 1024 * 1024;
export const ROOM_LIMITS: RoomLimits = { bytes: 384 * MB, uploads: 40, placeBytes: 72 * MB, placeUploads: 4 };

interface Held {
  uploads: number;
  bytes: number;
}

export function createUploadRoom(limits: RoomLimits = ROOM_LIMITS): UploadRoom {
  const places = new Map<string, Held>();
  const forms = new Set<string>();
  const all: Held = { uploads: 0, bytes: 0 };
  return {
    enter(place, form) {
      const here = places.get(place) ?? { uploads: 0, bytes: 0 };
      if (forms.has(form) || all.uploads >= limits.uploads || here.uploads >= limits.placeUploads) return undefined;
      forms.add(form);
      places.set(place, here);
      const own = { uploads: 1, bytes: 0 };
      add(all, own);
      add(here, own);
      return {
        take(bytes) {
          if (all.bytes + bytes > limits.bytes || here.bytes + bytes > limits.placeBytes) return false;
          own.bytes += bytes;
          for (const held of [all, here]) held.bytes += bytes;
          return true;
        },
        leave() {
          for (const held of [all, here]) add(held, { uploads: -own.uploads, bytes: -own.bytes });
          if (own.uploads === 1) forms.delete(form);
          Object.assign(own, { uploads: 0, bytes: 0 });
          if (here.uploads === 0) places.delete(place);
        },
      };
    },
  };
}

function add(held: Held, more: Held): void {
  held.uploads += more.uploads;
  held.bytes += more.bytes;
}
