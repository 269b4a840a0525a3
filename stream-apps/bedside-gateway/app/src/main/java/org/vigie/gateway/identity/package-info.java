/**
 * Makes pseudonyms and encrypts names, birth dates and record numbers.
 *
 * <p>Decided here: how a number becomes a pseudonym (a keyed HMAC), what is encrypted, how keys are kept and renewed.
 */
package org.vigie.gateway.identity;
