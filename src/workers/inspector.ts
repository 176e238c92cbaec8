import { lookThroughApart } from '../build/look-through-apart.js';
import { withoutCanvas } from './no-canvas.js';

withoutCanvas();

export default lookThroughApart;
