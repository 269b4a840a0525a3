/** Contains the Avro records of Vigie's topics, generated from {@code src/main/avro}. */
@NullMarked
package org.vigie.schemas;

import org.jspecify.annotations.NullMarked;
