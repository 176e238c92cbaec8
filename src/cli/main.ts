#!/usr/bin/env node
import module from 'node:module';
import v8 from 'node:v8';
import { keepCompiled } from './compile-cache.js';
import { optimizeLate } from './optimizer.js';

const argv = process.argv.slice(2);
optimizeLate(v8, process.versions.v8, argv);
// Before anything else is loaded, since only what is loaded after it is kept.
keepCompiled(module as object, argv, { cwd: process.cwd(), env: process.env });
await import('./start.js');
