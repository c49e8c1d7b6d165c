import { describe, expect, it } from 'vitest';
import { textInside, textOfHtml } from './html-text.js';
import { pageFacts } from './page-facts.js';
import { contentOf } from './post-content.js';

describe('a page', () => {
  it('is taken apart as a browser would: comments, scripts and texts are no markup', () => {
    const facts = pageFacts(`<!doctype html><title>Satu &amp; dua</title><!-- <p id="a"> -->
      <SCRIPT>var x = '<p id="b">';</SCRIPT><textarea><p id="c"></textarea><p ID=d class='e  f' id="g">h > 1 < 2</p>`);
    expect([[...facts.ids], [...facts.classes], facts.title]).toEqual([['d'], ['e', 'f'], 'Satu & dua']);
    expect(facts.words).toBe('<p id="c"> h > 1 < 2');
    expect(facts.code).toBe(`var x = '<p id="b">';`);
  });

  it('has the first meta of each name, its signs decoded, whatever quotes it is in', () => {
    const { metas } = pageFacts(
      `<meta content='a "b" &#35;1' property="og:title"><meta name=Description content=c><meta property="og:title" content="d">`,
    );
    expect([...metas]).toEqual([
      ['og:title', 'a "b" #1'],
      ['description', 'c'],
    ]);
  });

  it('that was cut anywhere ends there', () => {
    const whole =
      '<title>a</title><meta property="og:title" content="b"><!-- c --><script>d</script><p class="e">f</p>';
    for (let end = 0; end < whole.length; end += 1) expect(pageFacts(whole.slice(0, end)).metas.size).toBeLessThan(2);
  });
});

describe('a text in a page', () => {
  it('keeps its lines, and ends where its element ends', () => {
    expect(textOfHtml('<p>a</p><p>b<br>c &lt;d&gt;</p>')).toBe('a\n\nb\nc <d>');
    const html = '<div><i class="t">a<img>b<b>c</b><br/>d</i>e<i class="t">f</i></div>';
    expect(textInside(html, (_name, attributes) => attributes.get('class') === 't')).toBe('abc\nd');
    expect(textInside(html, (name) => name === 'u')).toBeUndefined();
  });
});

describe('what is kept of a post', () => {
  it('is bounded, and has no time whose zone nobody knows', () => {
    const { text, media, author, publishedAt } = contentOf({
      text: 'a'.repeat(200_000),
      media: Array.from({ length: 50 }, () => 'b'.repeat(9_000)),
      handle: 'c'.repeat(900),
      publishedAt: '2026-11-20 08:00',
    });
    expect([text.length, media.length, media[0]?.text.length]).toEqual([100_000, 20, 5_000]);
    expect([author.handle?.length, publishedAt]).toEqual([300, undefined]);
  });
});
