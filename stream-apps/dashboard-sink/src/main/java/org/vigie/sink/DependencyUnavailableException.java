package org.vigie.sink;

/** Something the sink depends on does not answer; what failed may be tried again. */
final class DependencyUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DependencyUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
