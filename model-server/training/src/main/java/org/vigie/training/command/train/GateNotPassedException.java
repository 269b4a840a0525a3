package org.vigie.training.command.train;

import java.io.IOException;

/** The trained model does not reach what its gate asks for and is not exported. */
final class GateNotPassedException extends IOException {
    private static final long serialVersionUID = 1;

    GateNotPassedException(String message) {
        super(message);
    }
}
