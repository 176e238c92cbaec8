import { lookThroughApart } from '../build/look-through-apart.js';

export default lookThroughApart;
