/** Sends HL7 messages over MLLP and waits for their answers. Not decided here: what the messages say and when they are sent again. */
@NullMarked
package org.vigie.platform.mllp;

import org.jspecify.annotations.NullMarked;
