import { germanProblems } from './german-problems.ts';
import { germanSentences } from './german-sentences.ts';

export const german = { ...germanProblems, ...germanSentences };
