import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Headers of every answer: nothing from elsewhere runs in the page, nobody frames it, and nothing is kept by default. */
export const headers: MiddlewareHandler = async (c, next) => {
  await secure(c, next);
  if (!c.res.headers.has('cache-control')) c.header('Cache-Control', NOT_KEPT);
};

/** For what never changes under its address. */
export const KEPT_FOR_EVER = 'public, max-age=31536000, immutable';
const NOT_KEPT = 'no-store';

const secure = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'blob:', 'data:'],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    fontSrc: ["'self'", 'blob:', 'data:'],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
  },
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  xContentTypeOptions: 'nosniff',
  xFrameOptions: 'DENY',
  // The address is http; a browser that kept this would be shut out of every other server on this computer.
  strictTransportSecurity: false,
  xPermittedCrossDomainPolicies: false,
  xDownloadOptions: false,
});
