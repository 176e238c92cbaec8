#!/usr/bin/env node
import module from 'node:module';
import { keepCompiled } from './compile-cache.js';

// Before anything else is loaded, since only what is loaded after it is kept.
keepCompiled(module as object, process.argv.slice(2), { cwd: process.cwd(), env: process.env });
await import('./start.js');
