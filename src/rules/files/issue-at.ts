import type { FileIssue } from '../../domain/errors.js';

/** Turns an offset of the text into a fault with its place. */
export type IssueAt = (offset: number, problem: string, hint: string) => FileIssue;
