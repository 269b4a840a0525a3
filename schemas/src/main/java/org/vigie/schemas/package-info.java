/** The Avro records that travel between Vigie's parts, generated from {@code src/main/avro}. */
package org.vigie.schemas;
