/** The Avro records that travel between Vigie's parts, generated from {@code src/main/avro}. */
@NullMarked
package org.vigie.schemas;

import org.jspecify.annotations.NullMarked;
