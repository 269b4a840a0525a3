/** Steps that every Kafka Streams topology of the ward repeats: reading a topic, sending to a topic, a store in memory. */
@NullMarked
package org.vigie.platform.topology;

import org.jspecify.annotations.NullMarked;
