package org.vigie.sink.store;

/** Reports that the store, the registry or the broker does not answer. The failed operation may be tried again. */
public final class DependencyUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DependencyUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
