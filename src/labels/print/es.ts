import type { PrintWords, Side } from './model.js';

const count = (number: number, one: string, other: string) => (number === 1 ? one : other);

const SIDES: Record<Side, string> = { left: 'izquierdo', right: 'derecho' };

/** The print pack in Spanish. */
export const es: PrintWords = {
  card: 'Ficha de impresión',
  flipTest: 'Prueba de dos caras',
  ticket: 'Pedido para la copistería',
  sheetsPerCopy: (sheets) => count(sheets, 'hoja por ejemplar', 'hojas por ejemplar'),
  copies: (copies) => count(copies, 'ejemplar', 'ejemplares'),
  sheetsInAll: (sheets) => count(sheets, 'hoja en total', 'hojas en total'),
  settings: 'Ajuste así la impresora',
  file: 'Archivo',
  paper: 'Papel',
  size: 'Tamaño',
  actualSize: 'Tamaño real, 100 % (no «Ajustar a la página»)',
  sides: 'Dos caras',
  flip: { short: 'Sí, voltear por el borde corto', long: 'Sí, voltear por el borde largo' },
  perSheet: 'Páginas por hoja',
  onePage: '1, sin modo folleto: las páginas ya están en su lugar',
  steps: {
    testFirst: (file) => `Imprima ${file} y haga lo que dice. Cuesta una hoja y ahorra muchas.`,
    oneFirst: 'Imprima un ejemplar entero y hojéelo antes de imprimir los demás.',
    foldAll:
      'Empareje las hojas y dóblelas por la mitad, con la cubierta por fuera. Si son muchas, doble de cinco en cinco y ponga unas dentro de otras. Pase una cuchara por el doblez.',
    foldBundles: (sheets) =>
      `Doble ${sheets} ${count(sheets, 'hoja', 'hojas')} cada vez por la mitad, en el orden en que salieron, y ponga los cuadernillos uno detrás de otro.`,
    cut: (piles) =>
      `Corte las hojas en ${piles} montones sin girar ninguno. Ponga el de arriba a la izquierda sobre el de su derecha, y así fila por fila.`,
    stapleFold:
      'Ábralo con la cubierta hacia abajo y ponga dos grapas en el doblez, a un cuarto y a tres cuartos de su largo. Sin grapadora larga, abra una normal sobre cartón y doble las puntas con una moneda.',
    stapleSide: (side) => `Empareje las hojas y ponga dos grapas al lado ${SIDES[side]}, a un dedo del borde.`,
    apart: 'No grape nada: cada hoja es una lección y se reparte cuando le toca.',
    sew: 'Cosa cada cuadernillo por el doblez, o pegue los lomos entre sí.',
    glue: (side) => `Empareje las hojas por el lado ${SIDES[side]}, apriételas entre dos tablas y pegue ese lado.`,
    trim: 'Corte lo que queda fuera de las marcas pequeñas.',
    flush: 'No hace falta cortar. Si las páginas de dentro sobresalen, iguálelas con cuchilla y regla de acero.',
  },
  test: {
    how: 'Imprima las dos páginas de este archivo en las dos caras de una hoja, con los ajustes de la ficha de impresión.',
    turn: 'Tome la hoja de modo que pueda leer esto y dele la vuelta como a la página de un libro.',
    upright: '¿Puede leer esto? La impresora está bien ajustada. Imprima el folleto.',
    wrong: (flip) =>
      flip === 'short'
        ? '¿Puede leer esto? Elija «voltear por el borde largo» y pruebe otra vez.'
        : '¿Puede leer esto? Elija «voltear por el borde corto» y pruebe otra vez.',
    ruler: 'Esta línea mide 100 mm. Si la suya es más corta, elija «tamaño real».',
    frame: 'El marco está a 10 mm de cada borde. Si falta un lado, la impresora no llega tan lejos.',
  },
  order: {
    name: 'Nombre',
    phone: 'Teléfono',
    ready: 'Para el día',
    edition: 'Edición',
    file: 'Archivo',
    sheets: 'Hojas por ejemplar',
    copies: 'Ejemplares',
    total: 'Hojas',
    paper: (paper, grammage) => (grammage ? `${paper}, ${grammage} g/m²` : paper),
    ink: 'Solo tinta negra, dos caras, tamaño real',
    finish: (how, side) =>
      ({
        saddle: 'Hojas en orden; doblar por la mitad; dos grapas en el doblez',
        signatures: 'Hojas en orden; doblar en cuadernillos; coser o pegar por el lomo',
        'cut-2': `Cortar por la mitad, el montón izquierdo sobre el derecho; pegar por el lado ${SIDES[side]}`,
        'cut-4': `Cortar en cuatro, los montones fila por fila unos sobre otros; encuadernar por el lado ${SIDES[side]}`,
        single: `Hojas en orden; dos grapas al lado ${SIDES[side]}`,
        apart: 'Hojas sueltas, sin grapar',
      })[how],
    inAll: 'Hojas en total',
    size: 'Página terminada',
  },
};
