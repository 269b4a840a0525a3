package org.vigie.platform.retry;

/** Signals that the executor was closed while it waited for the next attempt. */
public final class RetryClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RetryClosedException() {
        super("closed while waiting for the next attempt");
    }
}
