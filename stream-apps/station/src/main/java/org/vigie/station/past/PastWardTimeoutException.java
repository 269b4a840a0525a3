package org.vigie.station.past;

import java.time.Duration;

/** Ends the reading of an earlier situation that took too long. Nothing of it is shown: a part of the records would be another situation. */
public final class PastWardTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PastWardTimeoutException(Duration most) {
        super("the records of the time before were not read within " + most);
    }
}
