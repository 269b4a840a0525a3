/**
 * Searches a ward's topics, files and pages for identities of patients, and writes down what was searched.
 *
 * <p>Decided here: which places are searched, and in which forms an identity can stand there. Not decided here: what is an identity; the
 * caller names them.
 */
package org.vigie.local.identity;
