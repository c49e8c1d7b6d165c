import type { DigestFailure, DigestReceipt, DigestState } from '../../domain/digest.js';

const STATES: Readonly<Record<DigestState, string>> = {
  building: 'sedang disusun',
  sending: 'sedang dikirim',
  sent: 'terkirim',
  sent_empty: 'terkirim, tanpa tanda',
  withheld: 'ditahan: cakupan terlalu rendah; surel hanya berkata demikian',
  failed: 'gagal',
};

const FAILURES: Readonly<Record<DigestFailure, string>> = {
  deferred: 'belum diterima server, dicoba lagi sendiri',
  refused: 'ditolak; perlu tindakan, lalu --send --force',
  unknown_outcome: 'tidak diketahui apakah surel keluar; tanyakan penerima, lalu --send --force',
  missed: 'terlewat, tidak ada surel; --send --force bila tetap perlu',
};

/** One line for people: state, reason, tries, and what the server answered. */
export function describeReceipt(receipt: DigestReceipt | null): string {
  if (!receipt) return 'belum ada tanda terima';
  const reason = receipt.reason ? ` (${FAILURES[receipt.reason as DigestFailure] ?? receipt.reason})` : '';
  const answer = receipt.smtpResponse ? `; jawaban: ${receipt.smtpResponse}` : '';
  return `${STATES[receipt.state]}${reason}; percobaan ${receipt.attempts}; ${receipt.at.toISOString()}${answer}`;
}
