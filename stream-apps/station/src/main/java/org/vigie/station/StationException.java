package org.vigie.station;

/** Reports that the station cannot start. The message begins with a code and says what to do. */
public final class StationException extends RuntimeException {
    public StationException(String code, String message, Throwable cause) {
        super(code + ": " + message, cause);
    }
}
