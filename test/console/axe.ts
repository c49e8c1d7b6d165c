// The functions given to `evaluate` run in the page.
/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect } from 'vitest';

/** `NETRA_AXE=/path/to/axe.min.js` runs axe over a page; its licence keeps it from being one of our packages. */
const path = process.env.NETRA_AXE;

type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

export async function expectNoAxeFindings(page: Page, name: string): Promise<void> {
  if (!path) return;
  await page.evaluate(readFileSync(path, 'utf8'));
  const findings = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 100)).join(' | ')}`);
  });
  expect(findings, name).toEqual([]);
}
