/**
 * Pure clinical rules, by stage. No Kafka, no Flink, no Avro, no clock, no logger: time comes in as a value. Only the JDK and the
 * variable catalogue are used.
 */
@NullMarked
package org.vigie.signal;

import org.jspecify.annotations.NullMarked;
