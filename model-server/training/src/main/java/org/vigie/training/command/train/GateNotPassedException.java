package org.vigie.training.command.train;

import java.io.IOException;

/** Signals that a trained model does not reach its gate and is not exported. */
final class GateNotPassedException extends IOException {
    private static final long serialVersionUID = 1;

    GateNotPassedException(String message) {
        super(message);
    }
}
