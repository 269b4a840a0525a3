/**
 * Contains the clinical rules of Vigie, one package per stage.
 *
 * <p>The rules use no Kafka, Flink, Avro, clock or logger: time is a parameter. They depend only on the JDK and the variable catalogue.
 */
@NullMarked
package org.vigie.signal;

import org.jspecify.annotations.NullMarked;
