/** What may be in hand at once of files that are still coming in. */
export interface UploadRoom {
  /** `undefined`: too many already, from this place or altogether. Whoever is let in calls `leave` at the end. */
  enter(place: string): { take(bytes: number): boolean; leave(): void } | undefined;
}

export interface RoomLimits {
  readonly bytes: number;
  readonly uploads: number;
  readonly perPlace: number;
}

const MB = 1024 * 1024;
export const ROOM_LIMITS: RoomLimits = { bytes: 256 * MB, uploads: 40, perPlace: 4 };

export function createUploadRoom(limits: RoomLimits = ROOM_LIMITS): UploadRoom {
  const places = new Map<string, number>();
  let [uploads, held] = [0, 0];
  return {
    enter(place) {
      const here = places.get(place) ?? 0;
      if (uploads >= limits.uploads || here >= limits.perPlace) return undefined;
      uploads += 1;
      places.set(place, here + 1);
      let own = 0;
      return {
        take(bytes) {
          own += bytes;
          held += bytes;
          return held <= limits.bytes;
        },
        leave() {
          uploads -= 1;
          held -= own;
          own = 0;
          const left = (places.get(place) ?? 1) - 1;
          if (left > 0) places.set(place, left);
          else places.delete(place);
        },
      };
    },
  };
}
