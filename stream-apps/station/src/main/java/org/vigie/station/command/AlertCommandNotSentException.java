package org.vigie.station.command;

/** Reports that the broker did not take a command: the alarm system did not receive it. */
public final class AlertCommandNotSentException extends RuntimeException {
    AlertCommandNotSentException(Throwable cause) {
        super("the order did not reach the alarm system: " + cause.getMessage(), cause);
    }
}
