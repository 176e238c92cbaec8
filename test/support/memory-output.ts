export { type MemoryOutput, memoryOutput } from '../../src/output/memory.js';
