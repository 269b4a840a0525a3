// @ts-check
/**
 * What is not a kept measurement is told by its shape first and its colour second.
 * @typedef {{colour: string, path: (ctx: CanvasRenderingContext2D, r: number) => void, filled?: boolean}} Shape
 */

/** @type {Record<'kept' | 'suspect' | 'estimated' | 'carried' | 'normal' | 'rejected', Shape>} */
export const SHAPES = {
  kept: { colour: '#9cd0ff', filled: true, path: (ctx, r) => ctx.arc(0, 0, 0.8 * r, 0, 2 * Math.PI) },
  suspect: {
    colour: '#ffc04d',
    path: (ctx, r) => {
      ctx.moveTo(-r, -r);
      ctx.lineTo(r, r);
      ctx.moveTo(-r, r);
      ctx.lineTo(r, -r);
    },
  },
  estimated: { colour: '#cbb8f5', path: (ctx, r) => ctx.arc(0, 0, r, 0, 2 * Math.PI) },
  carried: { colour: '#cbb8f5', path: (ctx, r) => ctx.rect(-r, -r, 2 * r, 2 * r) },
  normal: { colour: '#cbb8f5', path: (ctx, r) => polygon(ctx, [[0, -1.4 * r], [1.4 * r, 0], [0, 1.4 * r], [-1.4 * r, 0]]) },
  rejected: { colour: '#ff9a8d', filled: true, path: (ctx, r) => polygon(ctx, [[0, 0], [r, -1.6 * r], [-r, -1.6 * r]]) },
};

/** Draws a shape at (x, y). @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {Shape} shape @param {number} scale */
export function mark(ctx, x, y, shape, scale) {
  ctx.save();
  ctx.translate(x, y);
  ctx.strokeStyle = shape.colour;
  ctx.fillStyle = shape.colour;
  ctx.lineWidth = 1.5 * scale;
  ctx.beginPath();
  shape.path(ctx, 3.6 * scale);
  if (shape.filled) ctx.fill();
  ctx.stroke();
  ctx.restore();
}

/** A shape on a small canvas of its own, for the key. @param {Shape} shape */
export function sample(shape) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 32;
  canvas.className = 'sample';
  canvas.setAttribute('aria-hidden', 'true');
  const ctx = canvas.getContext('2d');
  if (ctx) mark(ctx, 16, shape.filled ? 24 : 16, shape, 2);
  return canvas;
}

/** @param {CanvasRenderingContext2D} ctx @param {number[][]} corners */
function polygon(ctx, corners) {
  corners.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
  ctx.closePath();
}
