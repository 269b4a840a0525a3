package org.vigie.inference.graph;

/** Signals that the shape of a tensor cannot be known before the graph runs, or that its operation cannot make one. */
final class UnknownShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownShapeException(String message) {
        super(message);
    }
}
