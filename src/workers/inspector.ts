import { expectFiles, lookThroughApart } from '../build/look-through-apart.js';
import { withoutCanvas } from './no-canvas.js';

withoutCanvas();
expectFiles();

export default lookThroughApart;
