// Weighs passwords in a thread of its own: what somebody builds for it (200 figures, every letter one of several) takes a
// second on a slow machine, and the lists it looks in take as long to load as the rest of the program.
import { parentPort } from 'node:worker_threads';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const checker = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

parentPort?.on('message', (/** @type {{ password: string, words: string[] }} */ { password, words }) => {
  parentPort?.postMessage(checker.check(password, words).guessesLog10);
});
