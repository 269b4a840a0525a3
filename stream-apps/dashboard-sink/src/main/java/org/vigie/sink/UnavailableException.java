package org.vigie.sink;

/** Something the sink depends on does not answer; what failed may be tried again. */
final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
