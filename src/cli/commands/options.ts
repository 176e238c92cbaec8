import { Option } from 'commander';
import { PAPERS } from '../../geometry/frame.js';
import { edge, jobs, named, paper } from '../arguments.js';

/** The paper, wherever booklets are laid out. */
export function paperOption(): Option {
  return new Option('--paper <size>', `the paper to print on: ${Object.keys(PAPERS).join(' or ')}`).argParser(paper);
}

/** How a printer turns sheets. */
export function flipOption(): Option {
  return new Option(
    '--flip <edge>',
    'the edge over which your printer turns a sheet for its second side: short or long',
  ).argParser(edge);
}

/** Over how many threads work is spread. */
export function jobsOption(): Option {
  return new Option(
    '--jobs <number>',
    'how many booklets are made at once; else as many as there are processors and memory for',
  ).argParser(jobs);
}

/** Where what was made is kept for the next time. */
export function cacheOption(): Option {
  return new Option(
    '--cache <dir>',
    'where what was made is kept for the next time; else the folder that GATHERING_CACHE names, or your own for caches',
  ).argParser(named('--cache'));
}
