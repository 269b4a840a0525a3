/**
 * Stores the state of an app: one Avro record per key, written by field name, with the schemas of every release.
 *
 * <p>Decided here: how state is written, when it reaches the changelog, and how older state is read. Not decided here: what an app
 * stores.
 */
@NullMarked
package org.vigie.platform.state;

import org.jspecify.annotations.NullMarked;
