/** Kafka clients with the settings that every app uses, and the check that a broker answers. */
@NullMarked
package org.vigie.platform.topic;

import org.jspecify.annotations.NullMarked;
