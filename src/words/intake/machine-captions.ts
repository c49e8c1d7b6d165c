/** "Photo by Wati on November 18, 2026. May be an image of …": a machine guesses, in the language of who looks. */
export const MACHINE_CAPTION: readonly RegExp[] = [
  /^\s*(?:photo|picture|image|video|reel|foto|gambar|imagen|imagem|bild)s?(?:\s+(?:shared|posted|dibagikan|diposting|compartilhada|compartida|geteilt|gedeeld))?\s+(?:by|oleh|por|par|von|door)\s/i,
  /\b(?:may be an? (?:image|photo|video|doodle|graphic|cartoon|meme|screenshot|twitter|illustration)|(?:mungkin|barangkali) (?:gambar|foto|video)|image may contain|no photo description|tidak ada deskripsi foto)/i,
];
