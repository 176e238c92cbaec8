import { lookThroughApart } from '../build/look-through-apart.js';
import { loadPdfjs } from '../leaks/pdfjs.js';
import { withoutCanvas } from './no-canvas.js';

withoutCanvas();
// There is time for it until the first file is there. Should it fail, so does looking that file through, which tells of it.
loadPdfjs().catch(() => {});

export default lookThroughApart;
