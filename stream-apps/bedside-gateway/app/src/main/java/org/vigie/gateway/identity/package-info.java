/**
 * Pseudonyms at the door: names, birth dates and record numbers go no further than this package, but encrypted.
 *
 * <p>Decided here: how a patient's number becomes a pseudonym (a keyed HMAC), what is encrypted, how keys are kept and renewed.
 */
package org.vigie.gateway.identity;
