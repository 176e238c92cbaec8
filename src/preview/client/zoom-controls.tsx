import { Icon } from './icons.js';
import { scales, zoom } from './state.js';
import { nextZoom, ZOOMS, zoomText } from './zoom.js';

/** Larger, smaller, and sizes by name. */
export function ZoomControls() {
  const scale = scales[0].value;
  const now = zoom.value;
  const set = (by: 1 | -1) => {
    zoom.value = nextZoom(scale, by);
  };
  return (
    <div class="zoom" role="group" aria-label="Size">
      <button type="button" class="icon" aria-label="Smaller" onClick={() => set(-1)}>
        <Icon name="minus" />
      </button>
      <select
        aria-label="Zoom"
        value={String(now)}
        onChange={({ currentTarget: { value } }) => {
          zoom.value = value === 'width' || value === 'page' ? value : Number(value);
        }}
      >
        <option value="page">Fit page</option>
        <option value="width">Fit width</option>
        {typeof now === 'number' && !ZOOMS.includes(now) && <option value={String(now)}>{zoomText(scale)}</option>}
        {ZOOMS.map((one) => (
          <option key={one} value={String(one)}>
            {Math.round(one * 100)} %
          </option>
        ))}
      </select>
      <button type="button" class="icon" aria-label="Larger" onClick={() => set(1)}>
        <Icon name="plus" />
      </button>
    </div>
  );
}
