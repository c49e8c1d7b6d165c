import type { Node, YAMLMap } from 'yaml';
import type { FileIssue } from '../../domain/errors.js';
import { YAML_FAULTS } from '../../words/rules/yaml.js';
import { sayError } from '../../words/say.js';
import type { IssueAt } from './issue-at.js';
import { quoted, shown } from './quoted.js';
import { yaml } from './yaml-library.js';

/** Offset of a node's first character; 0 for a node without a place. */
export function offsetOf(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

/**
 * Plain JavaScript values of a tree, and what may not stand in it: anchors and aliases (a few lines of them expand
 * to gigabytes), double keys, keys that are no words.
 */
export function plainValueOf(root: Node, issueAt: IssueAt): { value: unknown; issues: FileIssue[] } {
  const issues: FileIssue[] = [];
  const refuse = (node: Node, problem: string, hint: string): undefined => {
    issues.push(issueAt(offsetOf(node), problem, hint));
  };
  const plain = (node: Node | null): unknown => {
    if (node === null) return null;
    if (yaml().isAlias(node)) return refuse(node, ...sayError(YAML_FAULTS.alias, 'id', { name: shown(node.source) }));
    if ('anchor' in node && node.anchor) {
      return refuse(node, ...sayError(YAML_FAULTS.anchor, 'id', { name: shown(node.anchor) }));
    }
    if (yaml().isSeq(node)) return node.items.map((item) => plain(item as Node | null));
    return yaml().isMap(node) ? plainMap(node) : yaml().isScalar(node) ? node.value : undefined;
  };
  const plainMap = (map: YAMLMap): Record<string, unknown> => {
    const value: Record<string, unknown> = {};
    for (const pair of map.items) {
      const key = pair.key as Node;
      const name = yaml().isScalar(key) && key.value !== null && !key.anchor ? String(key.value) : undefined;
      if (name === undefined || name === '__proto__') {
        refuse(key ?? map, ...sayError(YAML_FAULTS.badKey, 'id'));
      } else if (Object.hasOwn(value, name)) {
        refuse(key, ...sayError(YAML_FAULTS.doubleKey, 'id', { name: quoted(name) }));
      } else {
        value[name] = plain(pair.value as Node | null);
      }
    }
    return value;
  };
  return { value: plain(root), issues };
}

/** The node at a path of keys and indexes, as far down as the path exists, and the key that leads to it. */
export function nodeAt(root: Node, path: readonly PropertyKey[]): { node: Node; exists: boolean; key?: Node } {
  let node = root;
  let key: Node | undefined;
  for (const step of path) {
    const inner: { key?: Node; value?: Node | null } | undefined = yaml().isMap(node)
      ? (pairOf(node, String(step)) as { key: Node; value: Node | null } | undefined)
      : yaml().isSeq(node)
        ? { value: node.items[Number(step)] as Node | undefined }
        : undefined;
    const found = inner?.value ?? inner?.key;
    if (!inner || !found) return { node, exists: false };
    node = found;
    key = inner.key;
  }
  return { node, exists: true, key };
}

export function pairOf(map: YAMLMap, name: string): YAMLMap['items'][number] | undefined {
  return map.items.find((pair) => yaml().isScalar(pair.key) && String(pair.key.value) === name);
}
