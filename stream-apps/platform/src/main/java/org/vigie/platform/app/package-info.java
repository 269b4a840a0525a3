/** How an app starts, runs until it is stopped, and closes; and how a Kafka Streams topology runs inside it. */
@NullMarked
package org.vigie.platform.app;

import org.jspecify.annotations.NullMarked;
