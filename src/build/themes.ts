export { listThemes } from '../theme/catalogue.js';
