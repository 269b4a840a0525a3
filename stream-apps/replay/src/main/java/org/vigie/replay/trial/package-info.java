/** Tries alarm rules on recorded streams: two rule sets evaluate the same readings, and their alarms are compared. */
@NullMarked
package org.vigie.replay.trial;

import org.jspecify.annotations.NullMarked;
