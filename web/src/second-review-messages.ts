/** Words of the list that waits for a second review. Part of the one catalogue in messages.ts. */
export const SECOND_REVIEW_MESSAGES = {
  waiting_for: ['Yang menunggu', 'What waits'],
  waiting_first: ['{n} menunggu keputusan pertama', '{n} waiting for a first decision'],
  waiting_second: ['{n} menunggu tinjauan kedua', '{n} waiting for a second review'],
  second_explain: [
    'Sudah diputuskan oleh satu orang lain; keputusan, alasan dan namanya tertutup sampai Anda memutuskan sendiri. Semua keputusan bercampur di sini, terlama dahulu.',
    'Decided by one other person; decision, reason and name stay closed until you have decided yourself. All decisions are mixed here, oldest first.',
  ],
  second_empty: ['Tidak ada tanda yang menunggu tinjauan kedua.', 'No flag is waiting for a second review.'],
  second_empty_means: [
    'Artinya: semua yang sudah diputuskan di OPD Anda telah dilihat dua orang, atau Andalah pemutus pertamanya.',
    'It means: whatever is decided in your offices was seen by two people, or the first decision is your own.',
  ],
  keys_second: [
    'j / k: turun / naik · Enter: buka · t: buka yang terlama',
    'j / k: down / up · Enter: open · t: open the oldest',
  ],
  open_oldest: ['Buka yang terlama', 'Open the oldest'],
  col_age: ['Umur', 'Age'],
  state_second: ['tinjauan kedua', 'second review'],
  asked_before: ['pernah ditanyakan', 'asked about before'],
} as const;
