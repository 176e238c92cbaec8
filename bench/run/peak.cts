/**
 * Loaded into Node before a program that is measured: writes, as the process ends, the most memory that it held, in
 * kilobytes, into the file that PEAK_FILE names. Node tells a process this about itself, on every system.
 */
import fs = require('node:fs');

const file = process.env.PEAK_FILE;
if (file) process.on('exit', () => fs.writeFileSync(file, String(process.resourceUsage().maxRSS)));
